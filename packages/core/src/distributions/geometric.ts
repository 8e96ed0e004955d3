import { standardExponential } from './internal/standard-exponential';
import { makeSampler } from './internal/make-sampler';
import { parameter } from './internal/parameter';
import type { Sampler } from './sampler';

/** Parameters of {@link geometric}. */
export interface GeometricParams {
  /** The probability of success of a trial, in (0, 1]. */
  readonly p: number;
}

/**
 * The geometric distribution: the number of failures before the first success, 0, 1, 2, ..., with probability
 * p (1 - p)^k. (Some texts count the trials: one more.)
 *
 * The whole part of an exponential value, and its draws (see {@link exponential}).
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * geometric({ p: 0.2 }).mean; // => 4
 * ```
 */
export function geometric(params: GeometricParams): Sampler<GeometricParams> {
  const { p } = params;
  parameter(p > 0 && p <= 1, 'p', p, 'in (0, 1]');
  const scale = -1 / Math.log1p(-p);
  return makeSampler({
    name: 'geometric',
    params: { p },
    mean: (1 - p) / p,
    variance: (1 - p) / (p * p),
    draw: (rng) => Math.floor(standardExponential(rng) * scale),
  });
}
