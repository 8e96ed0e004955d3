/**
 * Kendall's tau-b of two lists of the same things: (concordant - discordant) / sqrt(pairs untied in a x pairs untied in
 * b), from -1 to 1. 0 where a list is all ties, or has one value. O(n^2): for short lists.
 *
 * @example
 * ```ts
 * kendallTau([1, 2, 3, 4], [1, 2, 4, 3]).toFixed(3); // => '0.667'
 * ```
 */
export function kendallTau(a: readonly number[], b: readonly number[]): number {
  let [score, untiedA, untiedB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [x, y] = [Math.sign(a[i]! - a[j]!), Math.sign(b[i]! - b[j]!)];
      score += x * y;
      untiedA += x * x;
      untiedB += y * y;
    }
  }
  return untiedA > 0 && untiedB > 0 ? score / Math.sqrt(untiedA * untiedB) : 0;
}
