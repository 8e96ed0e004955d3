import { finite, nonNegative } from './internal/parameter';
import { makeSampler } from './internal/make-sampler';
import { standardNormal } from './internal/standard-normal';
import type { Sampler } from './sampler';

/** Parameters of {@link normal}. */
export interface NormalParams {
  /** The mean, any finite number. */
  readonly mean: number;
  /** The standard deviation, 0 or more. */
  readonly sd: number;
}

/**
 * The normal distribution, density exp(-((x - mean) / sd)^2 / 2) / (sd sqrt(2 pi)).
 *
 * By the ziggurat, without a spare value: 2 draws of 32 bits in 98.8 % of cases, 2.03 on average.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const height = normal({ mean: 170, sd: 7 });
 * height.variance; // => 49
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('height').at(0);
 * height.draw(rng) === height.draw(rng); // => false
 * ```
 */
export function normal(params: NormalParams): Sampler<NormalParams> {
  const { mean, sd } = params;
  finite('mean', mean);
  nonNegative('sd', sd);
  return makeSampler({
    name: 'normal',
    params: { mean, sd },
    mean,
    variance: sd * sd,
    draw: (rng) => mean + sd * standardNormal(rng),
  });
}
