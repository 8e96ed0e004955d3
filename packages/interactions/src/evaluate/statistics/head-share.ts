/**
 * The share of interactions that falls on the round(p n) most popular of n items (T03).
 *
 * @param counts users of each item with at least one
 * @param p in [0, 1]: .01 for the top 1 %
 * @example
 * ```ts
 * headShare([6, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0.1); // => 0.4
 * ```
 */
export function headShare(counts: ArrayLike<number>, p: number): number {
  const sorted = Float64Array.from(counts).sort().reverse();
  const head = Math.round(p * sorted.length);
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  return sum(sorted.subarray(0, head)) / sum(sorted);
}
