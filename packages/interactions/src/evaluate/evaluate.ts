import type { Seed } from '@synth/core';
import { defaultSeed, streams } from '@synth/core';
import { columnCounts, rowCounts } from '../matrix/counts';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import { submatrix } from '../matrix/submatrix';
import type { HeldOut, Holdout } from './holdouts';
import { randomHoldout } from './holdouts';
import { rankingMetrics } from './ranking/metrics';
import { permutation } from './ranking/permutation';
import { itemKnn } from './recommenders/item-knn';
import type { Recommender } from './recommenders/recommender';
import { topPop } from './recommenders/top-pop';

/** What to evaluate, on what, and how. */
export interface EvaluateOptions {
  readonly matrix: InteractionMatrix;
  /** @defaultValue TopPop and ItemKNN */
  readonly recommenders?: readonly Recommender[];
  /** @defaultValue a random fifth of the items of users with 5 or more */
  readonly holdout?: Holdout;
  /** Length of the lists, 1 or more. @defaultValue 10 */
  readonly k?: number;
  /** Decides the holdout and the order of equal scores. @defaultValue 'synth' */
  readonly seed?: Seed;
  /** Judge by a random sample of this many users; all still train. @defaultValue all */
  readonly maxUsers?: number;
}

/** How one recommender did: means over the users judged. */
export interface RecommenderScore {
  readonly name: string;
  /** NDCG@k with binary gain. */
  readonly ndcg: number;
  /** Standard error of `ndcg` over users. */
  readonly ndcgError: number;
  /** Recall@k: found of held out. */
  readonly recall: number;
  /** The share of all items that some judged user was recommended. */
  readonly coverage: number;
}

/** The outcome of {@link evaluate}. */
export interface Evaluation {
  readonly k: number;
  /** Users judged: those with an item held out and one to learn from. */
  readonly users: number;
  /** Items ranked: those with an interaction. */
  readonly items: number;
  readonly scores: readonly RecommenderScore[];
}

/**
 * Holds out a part of the interactions, fits recommenders on the rest and measures how well they find it again, by
 * full ranking over all items with an interaction, training items removed.
 *
 * @throws SynthError `SPLIT_TIMES_MISSING` for a holdout by time of data without times
 * @example
 * ```ts
 * const userIndices = Array.from({ length: 60 }, (_, k) => k % 10);
 * const itemIndices = Array.from({ length: 60 }, (_, k) => Math.floor(k / 10));
 * const { scores, users } = evaluate({ matrix: matrixFromIndices({ rows: 10, cols: 6, userIndices, itemIndices }) });
 * [users, scores[0].name, scores[0].ndcg]; // => [10, 'TopPop', 1]
 * ```
 */
export function evaluate(options: EvaluateOptions): Evaluation {
  const {
    recommenders = [topPop(), itemKnn()],
    holdout = randomHoldout(),
    k = 10,
    seed = defaultSeed,
  } = options;
  const matrix = withoutEmpty(options.matrix);
  const heldOut = holdout(matrix, { seed });
  const users = judgedUsers(heldOut, seed, options.maxUsers);
  return {
    k,
    users: users.length,
    items: matrix.cols,
    scores: recommenders.map((recommender) => score(recommender, heldOut, users, k, seed)),
  };
}

function withoutEmpty(matrix: InteractionMatrix): InteractionMatrix {
  const users = rowCounts(matrix);
  const items = columnCounts(matrix);
  if (!users.includes(0) && !items.includes(0)) return matrix;
  return submatrix(matrix, { users: (user) => users[user]! > 0, items: (item) => items[item]! > 0 });
}

function judgedUsers({ train, test }: HeldOut, seed: Seed, maxUsers = Number.POSITIVE_INFINITY): number[] {
  const users: number[] = [];
  for (let user = 0; user < test.rows; user++) {
    const learns = train.indptr[user]! < train.indptr[user + 1]!;
    if (learns && test.indptr[user]! < test.indptr[user + 1]!) users.push(user);
  }
  if (users.length <= maxUsers) return users;
  const order = permutation(streams({ seed, dataset: 'evaluate' }).stream('users').at(0), users.length);
  return Array.from(order.subarray(0, maxUsers), (index) => users[index]!);
}

function score(
  recommender: Recommender,
  { train, test }: HeldOut,
  users: readonly number[],
  k: number,
  seed: Seed,
): RecommenderScore {
  const model = recommender.fit(train, { seed });
  const recommended = new Uint8Array(train.cols);
  let ndcg = 0;
  let squares = 0;
  let recall = 0;
  for (const user of users) {
    const ranked = model.recommend(user, k);
    const wanted = new Set(test.indices.subarray(test.indptr[user]!, test.indptr[user + 1]!));
    const metrics = rankingMetrics(ranked, wanted, k);
    ndcg += metrics.ndcg;
    squares += metrics.ndcg * metrics.ndcg;
    recall += metrics.recall;
    for (const item of ranked) recommended[item] = 1;
  }
  const n = users.length;
  const mean = ndcg / n;
  return {
    name: recommender.name,
    ndcg: mean,
    ndcgError: Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1)),
    recall: recall / n,
    coverage: recommended.reduce((sum, one) => sum + one, 0) / train.cols,
  };
}
