import { exp } from '../math/exp';
import { powr } from '../math/powr';
import { makeInvertibleSampler } from './internal/make-sampler';
import { positive } from './internal/parameter';
import { standardExponential } from './internal/standard-exponential';
import type { InvertibleSampler } from './sampler';

/** Parameters of {@link pareto}. */
export interface ParetoParams {
  /** The exponent of the tail, above 0; the smaller, the heavier. */
  readonly alpha: number;
  /** The least value, inclusive, above 0. */
  readonly min: number;
}

/**
 * The Pareto distribution: P(X > x) = (min / x)^alpha for x >= min. Its mean is infinite for alpha <= 1, its variance
 * for alpha <= 2. The draws of {@link exponential}.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * pareto({ alpha: 3, min: 10 }).mean; // => 15
 * pareto({ alpha: 1.5, min: 10 }).variance; // => Infinity
 * ```
 */
export function pareto(params: ParetoParams): InvertibleSampler<ParetoParams> {
  const { alpha, min } = params;
  positive('alpha', alpha);
  positive('min', min);
  const inverse = 1 / alpha;
  return makeInvertibleSampler({
    name: 'pareto',
    params: { alpha, min },
    mean: alpha > 1 ? (alpha * min) / (alpha - 1) : Number.POSITIVE_INFINITY,
    variance:
      alpha > 2 ? (min * min * alpha) / ((alpha - 1) * (alpha - 1) * (alpha - 2)) : Number.POSITIVE_INFINITY,
    draw: (rng) => min * exp(standardExponential(rng) * inverse),
    cdf: (x) => (x <= min ? 0 : 1 - powr(min / x, alpha)),
    quantile: (p) => min * Math.exp(-Math.log1p(-p) * inverse),
  });
}
