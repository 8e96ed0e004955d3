import { chiSquareUpper, kolmogorovUpper } from './upper-tails';

/** What a test of fit says. */
export interface Fit {
  readonly statistic: number;
  /** The probability of a statistic at least as large, were the expectation true. */
  readonly p: number;
}

/** Pearson's chi-square of counts against expected counts of the same total; `degrees` is one less than the cells. */
export function chiSquareTest(
  observed: ArrayLike<number>,
  expected: ArrayLike<number>,
): Fit & { readonly degrees: number } {
  let statistic = 0;
  for (let i = 0; i < observed.length; i++) {
    const off = observed[i]! - expected[i]!;
    statistic += (off * off) / expected[i]!;
  }
  const degrees = observed.length - 1;
  return { statistic, degrees, p: chiSquareUpper(statistic, degrees) };
}

/** Kolmogorov-Smirnov distance of a sample to a continuous distribution function. */
export function ksTest(values: ArrayLike<number>, cdf: (x: number) => number): Fit {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let statistic = 0;
  for (let i = 0; i < n; i++) {
    const at = cdf(sorted[i]!);
    statistic = Math.max(statistic, (i + 1) / n - at, at - i / n);
  }
  return { statistic, p: kolmogorovUpper(statistic, n) };
}

/**
 * The same where only some quantiles are known: the greatest distance at those points. It is at most the full distance,
 * so the probability given is at least the true one.
 *
 * @param counts how many values lie below each quantile, out of n
 */
export function ksTestAtQuantiles(
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  n: number,
): Fit {
  let statistic = 0;
  for (let i = 0; i < counts.length; i++) {
    statistic = Math.max(statistic, Math.abs(counts[i]! / n - probabilities[i]!));
  }
  return { statistic, p: kolmogorovUpper(statistic, n) };
}

/** How many values lie in each cell of (-inf, edges[0]), [edges[0], edges[1]), ..., [last, inf). Edges ascend. */
export function countCells(values: ArrayLike<number>, edges: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(edges.length + 1);
  for (let i = 0; i < values.length; i++) {
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[i]! < edges[middle]!) high = middle;
      else low = middle + 1;
    }
    counts[low] = counts[low]! + 1;
  }
  return counts;
}
