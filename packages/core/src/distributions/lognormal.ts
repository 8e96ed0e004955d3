import { exp } from '../math/exp';
import { normalCdf } from '../math/normal-cdf';
import { finite, positive } from './internal/parameter';
import { makeInvertibleSampler } from './internal/make-sampler';
import { standardNormal } from './internal/standard-normal';
import { standardNormalQuantile } from './standard-normal-quantile';
import type { InvertibleSampler } from './sampler';

/** Parameters of {@link lognormal}. */
export interface LognormalParams {
  /** The mean of the logarithm, any finite number. */
  readonly mu: number;
  /** The standard deviation of the logarithm, above 0. */
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
export function lognormal(params: LognormalParams): InvertibleSampler<LognormalParams> {
  const { mu, sigma } = params;
  finite('mu', mu);
  positive('sigma', sigma);
  const mean = Math.exp(mu + 0.5 * sigma * sigma);
  return makeInvertibleSampler({
    name: 'lognormal',
    params: { mu, sigma },
    mean,
    variance: Math.expm1(sigma * sigma) * mean * mean,
    draw: (rng) => exp(mu + sigma * standardNormal(rng)),
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma)),
    quantile: (p) => Math.exp(mu + sigma * standardNormalQuantile(p)),
  });
}
