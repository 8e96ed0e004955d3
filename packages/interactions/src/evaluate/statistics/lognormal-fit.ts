import { normal } from '@synth/core';

/** A lognormal law fitted to positive numbers. */
export interface LognormalFit {
  /** Mean of ln x. */
  readonly mu: number;
  /** Standard deviation of ln x, by n. */
  readonly sigma: number;
  /** Largest distance between the distribution function of the sample and the fitted one, in [0, 1]. */
  readonly ks: number;
}

/**
 * Mean and standard deviation of ln x, and the Kolmogorov-Smirnov distance of ln x to that normal (T05).
 *
 * @param values each above 0, not all equal
 * @example
 * ```ts
 * const { mu, sigma } = lognormalFit([1, Math.E, Math.E, Math.E ** 2]);
 * [mu, sigma.toFixed(6)]; // => [1, '0.707107']
 * ```
 */
export function lognormalFit(values: ArrayLike<number>): LognormalFit {
  const logs = Float64Array.from(values, Math.log).sort();
  const n = logs.length;
  const mu = logs.reduce((sum, log) => sum + log, 0) / n;
  const sigma = Math.sqrt(logs.reduce((sum, log) => sum + (log - mu) * (log - mu), 0) / n);
  const standard = normal({ mean: 0, sd: 1 });
  let ks = 0;
  for (let i = 0; i < n; i++) {
    const expected = standard.cdf((logs[i]! - mu) / sigma);
    ks = Math.max(ks, (i + 1) / n - expected, expected - i / n);
  }
  return { mu, sigma, ks };
}
