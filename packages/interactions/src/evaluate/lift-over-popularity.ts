import { defaultSeed } from '@synth/core';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import type { EvaluateOptions, RecommenderScore } from './evaluate';
import { evaluate } from './evaluate';
import { itemKnn } from './recommenders/item-knn';
import type { NeighbourOptions } from './recommenders/neighbours';
import { topPop } from './recommenders/top-pop';
import type { ShuffleOptions } from './shuffle/degree-preserving-shuffle';
import { degreePreservingShuffle } from './shuffle/degree-preserving-shuffle';

/** How to measure; see {@link evaluate}, `itemKnn` and `degreePreservingShuffle` for the defaults. */
export interface LiftOptions
  extends
    Pick<EvaluateOptions, 'holdout' | 'k' | 'seed' | 'maxUsers'>,
    Pick<ShuffleOptions, 'tradesPerUser'> {
  readonly neighbours?: NeighbourOptions;
}

/** What taste adds to popularity, beside the same on a shuffled copy that has none. */
export interface Lift {
  readonly topPop: RecommenderScore;
  readonly itemKnn: RecommenderScore;
  /** NDCG of ItemKNN by that of TopPop (P01). */
  readonly lift: number;
  readonly nullTopPop: RecommenderScore;
  readonly nullItemKnn: RecommenderScore;
  /** The same ratio on the degree-preserving shuffle (P02). */
  readonly nullLift: number;
  /** nullLift by lift: real taste is far below 1 here. */
  readonly ratio: number;
}

/**
 * Whether a recommender can learn taste from a matrix: NDCG@10 of ItemKNN over that of TopPop, on the matrix and on
 * its degree-preserving shuffle.
 *
 * @example
 * ```ts
 * const cell = (k: number) => ({ user: k % 40, item: (k % 2) * 20 + ((k * 7 + Math.floor(k / 40) * 3) % 20) });
 * const cells = Array.from({ length: 400 }, (_, k) => cell(k));
 * const matrix = matrixFromIndices({
 *   rows: 40, cols: 40, userIndices: cells.map(({ user }) => user), itemIndices: cells.map(({ item }) => item),
 * });
 * liftOverPopularity(matrix).lift > 1; // => true
 * ```
 */
export function liftOverPopularity(matrix: InteractionMatrix, options: LiftOptions = {}): Lift {
  const { neighbours, tradesPerUser, seed = defaultSeed, ...protocol } = options;
  const scores = (of: InteractionMatrix) =>
    evaluate({ ...protocol, matrix: of, seed, recommenders: [topPop(), itemKnn(neighbours)] }).scores;
  const [pop, knn] = scores(matrix);
  const shuffle = { seed, ...(tradesPerUser === undefined ? {} : { tradesPerUser }) };
  const [nullPop, nullKnn] = scores(degreePreservingShuffle(matrix, shuffle));
  const lift = knn!.ndcg / pop!.ndcg;
  const nullLift = nullKnn!.ndcg / nullPop!.ndcg;
  return {
    topPop: pop!,
    itemKnn: knn!,
    lift,
    nullTopPop: nullPop!,
    nullItemKnn: nullKnn!,
    nullLift,
    ratio: nullLift / lift,
  };
}
