import type { Seed } from '@synth/core';
import { shuffle, streams } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { binarise, interactionMatrix } from '@synth/interactions';
import type { FittedRecommender, Recommender } from '@synth/interactions/evaluate';
import { itemKnn, rankingMetrics } from '@synth/interactions/evaluate';
import type { ItemContent } from '../recommenders/content-neighbours';
import { contentNeighbours } from '../recommenders/content-neighbours';

/** The share of items that lose all their interactions. */
const coldShare = 0.2;
const k = 10;

/**
 * How items without a training interaction fare (P07): a random fifth of the items lose all of theirs, and are what has
 * to be found again, among all items that a user has not taken. Who learns from co-occurrence cannot find them; who knows
 * what they are like can.
 *
 * @param content in the order of the matrix's columns
 * @returns NDCG@10 of ItemKNN, and that of content by that of a random order (in expectation); nothing where nobody could
 *   be judged
 */
export function coldItems(
  matrix: InteractionMatrix,
  content: ItemContent,
  options: { readonly seed: Seed },
): Record<string, number> {
  const { seed } = options;
  const items = Int32Array.from({ length: matrix.cols }, (_, item) => item);
  shuffle(streams({ seed, dataset: 'evaluate' }).stream('cold').at(0), items);
  const cold = new Set(items.subarray(0, Math.round(coldShare * matrix.cols)));
  const train = withoutItems(matrix, cold);
  const judged: { readonly user: number; readonly wanted: ReadonlySet<number> }[] = [];
  for (let user = 0; user < matrix.rows; user++) {
    const own = matrix.indices.subarray(matrix.indptr[user]!, matrix.indptr[user + 1]!);
    const wanted = new Set(own.filter((item) => cold.has(item)));
    if (wanted.size > 0 && wanted.size < own.length) judged.push({ user, wanted });
  }
  if (judged.length === 0) return {};
  const mean = (ndcgOf: (one: (typeof judged)[number]) => number): number =>
    judged.reduce((sum, one) => sum + ndcgOf(one), 0) / judged.length;
  const ndcg = (recommender: Recommender): number => {
    const model = recommender.fit(train, { seed });
    return mean(({ user, wanted }) => rankingMetrics(found(model, user), wanted, k).ndcg);
  };
  const byChance = mean(({ user, wanted }) => {
    const open = train.cols - (train.indptr[user + 1]! - train.indptr[user]!);
    return expectedNdcg(wanted.size, open);
  });
  return { coldItemKnn: ndcg(itemKnn()), coldContentLift: ndcg(contentNeighbours(content)) / byChance };
}

/** The items that a model has something to say for: what scores 0 is no recommendation. */
function found(model: FittedRecommender, user: number): Int32Array {
  const scores = model.scores(user, new Float64Array(model.train.cols));
  return model.recommend(user, k).filter((item) => scores[item]! > 0);
}

/** NDCG@k of a random order of `open` items: every place holds a wanted one with the same chance. */
function expectedNdcg(wanted: number, open: number): number {
  let places = 0;
  let ideal = 0;
  for (let rank = 0; rank < Math.min(k, open); rank++) {
    const gain = 1 / Math.log2(rank + 2);
    places += gain;
    if (rank < wanted) ideal += gain;
  }
  return ((wanted / open) * places) / ideal;
}

function withoutItems(matrix: InteractionMatrix, cold: ReadonlySet<number>): InteractionMatrix {
  const indptr = new Int32Array(matrix.rows + 1);
  const kept: number[] = [];
  for (let user = 0; user < matrix.rows; user++) {
    for (let at = matrix.indptr[user]!; at < matrix.indptr[user + 1]!; at++) {
      if (!cold.has(matrix.indices[at]!)) kept.push(matrix.indices[at]!);
    }
    indptr[user + 1] = kept.length;
  }
  const { timestamps: _, ...pattern } = binarise(matrix);
  return interactionMatrix({ ...pattern, indptr, indices: Int32Array.from(kept) });
}
