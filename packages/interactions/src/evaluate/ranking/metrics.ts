/** How well one ranked list found the items that were held out. All in [0, 1]. */
export interface RankingMetrics {
  /** Normalised discounted cumulative gain: the sum of 1 / log2(rank + 1) over hits, by that of min(k, |test|) hits. */
  readonly ndcg: number;
  /** Hits by held-out items. */
  readonly recall: number;
}

/**
 * NDCG and recall of the first k of a ranked list.
 *
 * @param ranked items, best first; those after the k-th do not count
 * @param test the items held out, one or more
 * @param k the cut-off, 1 or more
 * @example
 * ```ts
 * rankingMetrics([7, 3, 9], new Set([7]), 3); // => { ndcg: 1, recall: 1 }
 * rankingMetrics([7, 3, 9], new Set([8, 9]), 3).recall; // => 0.5
 * ```
 */
export function rankingMetrics(
  ranked: ArrayLike<number>,
  test: ReadonlySet<number>,
  k: number,
): RankingMetrics {
  let gain = 0;
  let hits = 0;
  for (let rank = 0; rank < Math.min(k, ranked.length); rank++) {
    if (!test.has(ranked[rank]!)) continue;
    gain += 1 / Math.log2(rank + 2);
    hits++;
  }
  let ideal = 0;
  for (let rank = 0; rank < Math.min(k, test.size); rank++) ideal += 1 / Math.log2(rank + 2);
  return { ndcg: gain / ideal, recall: hits / test.size };
}
