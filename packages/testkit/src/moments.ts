/** The first four moments of a sample. */
export interface Moments {
  readonly mean: number;
  /** Divided by n - 1. */
  readonly variance: number;
  /** Third standardised moment; 0 of a symmetric distribution. */
  readonly skewness: number;
  /** Fourth standardised moment; 3 of a normal distribution. */
  readonly kurtosis: number;
}

/** Mean, variance, skewness and kurtosis of a sample, in two passes. */
export function moments(values: ArrayLike<number>): Moments {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const mean = sum / n;
  let square = 0;
  let cube = 0;
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const off = values[i]! - mean;
    const two = off * off;
    square += two;
    cube += two * off;
    fourth += two * two;
  }
  const spread = square / n;
  return {
    mean,
    variance: square / (n - 1),
    skewness: cube / n / (spread * Math.sqrt(spread)),
    kurtosis: fourth / n / (spread * spread),
  };
}

/**
 * The averages of z, z^2, ... z^order, where z = (value - mean) / sd of the true mean and standard deviation: unbiased
 * estimates of the standardised moments, whose standard errors the moments up to 2 x order give.
 */
export function standardisedMoments(
  values: ArrayLike<number>,
  mean: number,
  sd: number,
  order: number,
): number[] {
  const sums = new Array<number>(order).fill(0);
  for (let i = 0; i < values.length; i++) {
    const z = (values[i]! - mean) / sd;
    for (let k = 0, power = z; k < order; k++, power *= z) sums[k] = sums[k]! + power;
  }
  return sums.map((sum) => sum / values.length);
}

/** Pearson's correlation of two samples of one length. */
export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const n = first.length;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += first[i]! / n;
    meanY += second[i]! / n;
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    const x = first[i]! - meanX;
    const y = second[i]! - meanY;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  return xy / Math.sqrt(xx * yy);
}
