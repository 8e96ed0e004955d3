import { positive } from './internal/parameter';
import { makeInvertibleSampler } from './internal/make-sampler';
import { fillExponential, standardExponential } from './internal/standard-exponential';
import type { InvertibleSampler } from './sampler';

/** Parameters of {@link exponential}. */
export interface ExponentialParams {
  /** Events in a unit of time, above 0; the mean is 1 / rate. */
  readonly rate: number;
}

/**
 * The exponential distribution, density rate exp(-rate x) for x >= 0. By the ziggurat: 2 draws
 * of 32 bits in 97.8 % of cases, 2.07 on average.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const wait = exponential({ rate: 2 });
 * wait.mean; // => 0.5
 * wait.quantile(0.5).toFixed(4); // => '0.3466'
 * ```
 */
export function exponential(params: ExponentialParams): InvertibleSampler<ExponentialParams> {
  const { rate } = params;
  positive('rate', rate);
  const mean = 1 / rate;
  return makeInvertibleSampler({
    name: 'exponential',
    params: { rate },
    mean,
    variance: mean * mean,
    draw: (rng) => standardExponential(rng) * mean,
    fill(rng, out, count = out.length) {
      fillExponential(rng, out, count, mean);
      return out;
    },
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-rate * x)),
    quantile: (p) => -Math.log1p(-p) * mean,
  });
}
