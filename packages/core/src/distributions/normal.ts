import { normalCdf } from '../math/normal-cdf';
import { finite, positive } from './internal/parameter';
import { makeInvertibleSampler } from './internal/make-sampler';
import { standardNormal } from './internal/standard-normal';
import { standardNormalQuantile } from './standard-normal-quantile';
import type { InvertibleSampler } from './sampler';

/** Parameters of {@link normal}. */
export interface NormalParams {
  /** The mean, any finite number. */
  readonly mean: number;
  /** The standard deviation, above 0. */
  readonly sd: number;
}

/**
 * The normal distribution, density exp(-((x - mean) / sd)^2 / 2) / (sd sqrt(2 pi)).
 *
 * By the ziggurat, without a spare value: 2 draws of 32 bits in 98.5 % of cases, 2.04 on average.
 * `quantile` is Wichura's AS 241, to about 1e-16.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const height = normal({ mean: 170, sd: 7 });
 * height.variance; // => 49
 * height.quantile(0.975).toFixed(2); // => '183.72'
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('height').at(0);
 * height.draw(rng) === height.draw(rng); // => false
 * ```
 */
export function normal(params: NormalParams): InvertibleSampler<NormalParams> {
  const { mean, sd } = params;
  finite('mean', mean);
  positive('sd', sd);
  return makeInvertibleSampler({
    name: 'normal',
    params: { mean, sd },
    mean,
    variance: sd * sd,
    draw: (rng) => mean + sd * standardNormal(rng),
    cdf: (x) => normalCdf((x - mean) / sd),
    quantile: (p) => mean + sd * standardNormalQuantile(p),
  });
}
