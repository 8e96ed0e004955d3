import { poissonOf } from './internal/draw-poisson';
import { makeSampler } from './internal/make-sampler';
import { parameter } from './internal/parameter';
import type { Sampler } from './sampler';

/** Parameters of {@link poisson}. */
export interface PoissonParams {
  /** The expected count, in [0, 2^50]. */
  readonly mean: number;
}

/** The greatest mean whose values all stay safe integers. */
export const greatestPoissonMean = 1125899906842624;

/**
 * The Poisson distribution: k with probability mean^k exp(-mean) / k!.
 *
 * Below a mean of 10 by sequential search (2 draws of 32 bits, always), from there on by Hörmann's transformed
 * rejection PTRS (1993; 4.4 to 5.4 draws on average, fewer the larger the mean): constant time at any mean.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * poisson({ mean: 3.5 }).variance; // => 3.5
 * ```
 */
export function poisson(params: PoissonParams): Sampler<PoissonParams> {
  const { mean } = params;
  parameter(mean >= 0 && mean <= greatestPoissonMean, 'mean', mean, 'in [0, 2^50]');
  return makeSampler({ name: 'poisson', params: { mean }, mean, variance: mean, draw: poissonOf(mean) });
}
