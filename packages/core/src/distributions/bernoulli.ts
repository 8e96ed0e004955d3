import { makeSampler } from './internal/make-sampler';
import { probability } from './internal/parameter';
import type { Sampler } from './sampler';

/** Parameters of {@link bernoulli}. */
export interface BernoulliParams {
  /** The probability of a 1, in [0, 1]. */
  readonly p: number;
}

/**
 * The Bernoulli distribution: 1 with probability `p`, else 0. 2 draws of 32 bits, always.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * bernoulli({ p: 0.25 }).variance; // => 0.1875
 * ```
 */
export function bernoulli(params: BernoulliParams): Sampler<BernoulliParams> {
  const { p } = params;
  probability('p', p);
  return makeSampler({
    name: 'bernoulli',
    params: { p },
    mean: p,
    variance: p * (1 - p),
    draw: (rng) => Number(rng.nextF64() < p),
  });
}
