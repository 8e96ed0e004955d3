import type { Seed } from '@synth/core';
import { defaultSeed, streams } from '@synth/core';
import type { SparseRows } from '../../matrix/interaction-matrix';
import { permutation } from '../ranking/permutation';
import { topItems } from '../ranking/top-items';

/** A way to recommend items, before it has seen data. */
export interface Recommender {
  readonly name: string;
  /**
   * Learns from the training interactions; every entry counts as 1.
   *
   * @param options.seed decides how equal scores are ordered. Default the word `synth`
   */
  fit(train: SparseRows, options?: { readonly seed?: Seed }): FittedRecommender;
}

/** A recommender that has learnt from a training matrix. Users and items are its rows and columns. */
export interface FittedRecommender {
  readonly train: SparseRows;
  /** Writes the score of every item for a user into `out` (one number an item) and returns it. */
  scores(user: number, out: Float64Array): Float64Array;
  /**
   * The n best items for a user, best first, without those of the training matrix. Equal scores are ordered by a
   * seeded random permutation of the items: the order of ids often knows popularity, and would leak it.
   */
  recommend(user: number, n: number): Int32Array;
}

/** The random order of items by which ties are broken: lower goes first. */
export function tieOrder(items: number, seed: Seed = defaultSeed): Int32Array {
  return permutation(streams({ seed, dataset: 'evaluate' }).stream('ties').at(0), items);
}

/** A fitted recommender from what it adds to scores that are all 0. */
export function fitted(
  train: SparseRows,
  ties: Int32Array,
  addScores: (user: number, out: Float64Array) => void,
): FittedRecommender {
  const buffer = new Float64Array(train.cols);
  const scores = (user: number, out: Float64Array): Float64Array => {
    out.fill(0);
    addScores(user, out);
    return out;
  };
  return {
    train,
    scores,
    recommend(user, n) {
      scores(user, buffer);
      for (let k = train.indptr[user]!; k < train.indptr[user + 1]!; k++) {
        buffer[train.indices[k]!] = Number.NEGATIVE_INFINITY;
      }
      return topItems(buffer, ties, n);
    },
  };
}
