import { logGamma } from '../math/log-gamma';
import { powr } from '../math/powr';
import { makeInvertibleSampler } from './internal/make-sampler';
import { positive } from './internal/parameter';
import { standardExponential } from './internal/standard-exponential';
import type { InvertibleSampler } from './sampler';

/** Parameters of {@link weibull}. */
export interface WeibullParams {
  /** The shape, above 0. Below 1 the hazard falls with time, above 1 it grows. */
  readonly shape: number;
  /** The scale, above 0: the quantile at 1 - 1/e. */
  readonly scale: number;
}

/**
 * The Weibull distribution: P(X > x) = exp(-(x / scale)^shape) for x >= 0. The draws of {@link exponential}.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * weibull({ shape: 2, scale: 10 }).mean.toFixed(4); // => '8.8623'
 * ```
 */
export function weibull(params: WeibullParams): InvertibleSampler<WeibullParams> {
  const { shape, scale } = params;
  positive('shape', shape);
  positive('scale', scale);
  const inverse = 1 / shape;
  const logFirst = logGamma(1 + inverse);
  const mean = scale * Math.exp(logFirst);
  return makeInvertibleSampler({
    name: 'weibull',
    params: { shape, scale },
    mean,
    variance: mean * mean * Math.expm1(logGamma(1 + 2 * inverse) - 2 * logFirst),
    draw: (rng) => scale * powr(standardExponential(rng), inverse),
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-powr(x / scale, shape))),
    quantile: (p) => scale * powr(-Math.log1p(-p), inverse),
  });
}
