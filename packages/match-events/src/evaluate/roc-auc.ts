/**
 * The area under the ROC curve: of a random positive and a random negative, the probability that the positive has the
 * higher score, ties counting half (Mann and Whitney). NaN without one of either.
 *
 * @param scores the higher, the more likely 1
 * @param labels 1 or 0
 * @example
 * ```ts
 * rocAuc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // => 0.75
 * ```
 */
export function rocAuc(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = Int32Array.from({ length: scores.length }, (_, i) => i);
  order.sort((a, b) => scores[a]! - scores[b]!);
  let [won, negativesBelow, positives] = [0, 0, 0];
  for (let start = 0, end = 0; start < order.length; start = end) {
    let [ties, positive] = [0, 0];
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      ties++;
      positive += labels[order[end]!]!;
    }
    won += positive * (negativesBelow + (ties - positive) / 2);
    negativesBelow += ties - positive;
    positives += positive;
  }
  return won / (positives * negativesBelow);
}
