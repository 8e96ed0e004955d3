import { finite, nonNegative } from './internal/parameter';
import { makeSampler } from './internal/make-sampler';
import { standardNormal } from './internal/standard-normal';
import type { Sampler } from './sampler';

/** Parameters of {@link lognormal}. */
export interface LognormalParams {
  /** The mean of the logarithm, any finite number. */
  readonly mu: number;
  /** The standard deviation of the logarithm, 0 or more. */
  readonly sigma: number;
}

/**
 * The lognormal distribution: exp of a normal value of mean `mu` and standard deviation `sigma`. Values are above 0;
 * the median is exp(mu), the mean exp(mu + sigma^2 / 2). Draws: as {@link normal}.
 *
 * @throws SynthError `PARAMETER_INVALID`
 * @example
 * ```ts
 * lognormal({ mu: 0, sigma: 1 }).mean.toFixed(4); // => '1.6487'
 * ```
 */
export function lognormal(params: LognormalParams): Sampler<LognormalParams> {
  const { mu, sigma } = params;
  finite('mu', mu);
  nonNegative('sigma', sigma);
  const mean = Math.exp(mu + 0.5 * sigma * sigma);
  return makeSampler({
    name: 'lognormal',
    params: { mu, sigma },
    mean,
    variance: Math.expm1(sigma * sigma) * mean * mean,
    draw: (rng) => Math.exp(mu + sigma * standardNormal(rng)),
  });
}
