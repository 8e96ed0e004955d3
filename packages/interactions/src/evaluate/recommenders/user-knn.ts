import { transpose } from '../../matrix/transpose';
import type { NeighbourOptions } from './neighbours';
import { neighbourSearch } from './neighbours';
import type { Recommender } from './recommender';
import { fitted, tieOrder } from './recommender';

/**
 * User-based nearest neighbours: the score of an item is the sum of the similarities of those of the user's k nearest
 * users who have it, with cosine c_uv / (|u| |v| + shrink).
 *
 * @param options k (default 100) and shrink (default 10)
 * @example
 * ```ts
 * const train = matrixFromIndices({ rows: 3, cols: 4, userIndices: [0, 0, 1, 1, 2], itemIndices: [0, 1, 2, 3, 2] });
 * Array.from(userKnn().fit(train).recommend(2, 1)); // => [3]
 * ```
 */
export function userKnn(options: NeighbourOptions = {}): Recommender {
  return {
    name: 'UserKNN',
    fit(train, { seed } = {}) {
      const search = neighbourSearch(train, transpose(train), tieOrder(train.rows, seed), options);
      return fitted(train, tieOrder(train.cols, seed), (user, out) => {
        const { size, rows, similarities } = search(user);
        for (let t = 0; t < size; t++) {
          const neighbour = rows[t]!;
          for (let k = train.indptr[neighbour]!; k < train.indptr[neighbour + 1]!; k++) {
            out[train.indices[k]!]! += similarities[t]!;
          }
        }
      });
    },
  };
}
