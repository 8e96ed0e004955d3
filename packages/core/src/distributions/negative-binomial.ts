import { drawPoisson } from './internal/draw-poisson';
import { makeSampler } from './internal/make-sampler';
import { parameter, positive } from './internal/parameter';
import { standardGamma } from './internal/standard-gamma';
import { greatestPoissonMean } from './poisson';
import type { Sampler } from './sampler';

/** Parameters of {@link negativeBinomial}. */
export interface NegativeBinomialParams {
  /** The number of successes to wait for, above 0; it need not be whole. */
  readonly r: number;
  /** The probability of success of a trial, in (0, 1]. */
  readonly p: number;
}

/**
 * The negative binomial distribution: the number of failures before the r-th success. Its variance is above its mean:
 * counts that differ between people more than chance alone would have it.
 *
 * A Poisson value whose mean is a gamma value of shape `r` and scale (1 - p) / p: the draws of both.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * const plays = negativeBinomial({ r: 2, p: 0.1 });
 * plays.mean; // => 18
 * plays.variance; // => 180
 * ```
 */
export function negativeBinomial(params: NegativeBinomialParams): Sampler<NegativeBinomialParams> {
  const { r, p } = params;
  positive('r', r);
  parameter(p > 0 && p <= 1, 'p', p, 'in (0, 1]');
  const odds = (1 - p) / p;
  const mean = r * odds;
  parameter(mean < greatestPoissonMean / 1024, 'p', p, 'so large that r (1 - p) / p is below 2^40');
  const rate = standardGamma(r);
  return makeSampler({
    name: 'negativeBinomial',
    params: { r, p },
    mean,
    variance: mean / p,
    draw: (rng) => drawPoisson(rng, rate(rng) * odds),
  });
}
