import { powr } from '@synth/core';

/** A discrete power law fitted to the tail of counts. */
export interface PowerLawFit {
  /** The exponent: P(x) falls as x^-alpha. */
  readonly alpha: number;
  /** Where the tail begins. */
  readonly xmin: number;
  /** The share of the counts that is in the tail. */
  readonly tailShare: number;
  /** Kolmogorov-Smirnov distance within the tail, in [0, 1]. */
  readonly ks: number;
}

/**
 * Fits a power law to the tail of counts (Clauset, Shalizi and Newman, SIAM Review 2009, with the approximation for
 * whole numbers): alpha = 1 + n / sum ln(x / (xmin - 1/2)) over the n counts of at least xmin, and the xmin whose fit
 * is nearest to the tail by Kolmogorov-Smirnov (T05). The fitted P(X > x) is ((x + 1/2) / (xmin - 1/2))^(1 - alpha).
 *
 * @param counts whole numbers; those under 1 are left out
 * @param options.minTail the fewest counts a tail may have. Default 10
 * @returns undefined when no tail has `minTail` counts and two different values
 * @example
 * ```ts
 * powerLawFit([1, 1, 1, 1, 1, 1, 2, 2, 3, 9])?.xmin; // => 1
 * ```
 */
export function powerLawFit(
  counts: ArrayLike<number>,
  options: { readonly minTail?: number } = {},
): PowerLawFit | undefined {
  const { minTail = 10 } = options;
  const sorted = Float64Array.from(counts)
    .filter((count) => count >= 1)
    .sort();
  const size = sorted.length;
  // Distinct values, and where each first stands.
  const starts: number[] = [];
  for (let i = 0; i < size; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) starts.push(i);
  // Sums of ln x over the tails, from the largest value on.
  const logTail = new Float64Array(size + 1);
  for (let i = size - 1; i >= 0; i--) logTail[i] = logTail[i + 1]! + Math.log(sorted[i]!);

  let best: PowerLawFit | undefined;
  for (let first = 0; first + 1 < starts.length; first++) {
    const start = starts[first]!;
    const n = size - start;
    if (n < minTail) break;
    const xmin = sorted[start]!;
    const alpha = 1 + n / (logTail[start]! - n * Math.log(xmin - 0.5));
    let ks = 0;
    for (let v = first; v < starts.length; v++) {
      const above = size - (starts[v + 1] ?? size);
      const expected = powr((sorted[starts[v]!]! + 0.5) / (xmin - 0.5), 1 - alpha);
      ks = Math.max(ks, Math.abs(above / n - expected));
      if (best !== undefined && ks >= best.ks) break;
    }
    if (best === undefined || ks < best.ks) best = { alpha, xmin, tailShare: n / size, ks };
  }
  return best;
}
