import { columnCounts } from '../../matrix/counts';
import type { Recommender } from './recommender';
import { fitted, tieOrder } from './recommender';

/**
 * The same ranking for everybody: items by how many users have them.
 *
 * @example
 * ```ts
 * const train = matrixFromIndices({ rows: 3, cols: 3, userIndices: [0, 1, 2], itemIndices: [2, 2, 0] });
 * Array.from(topPop().fit(train).recommend(2, 1)); // => [2]
 * ```
 */
export function topPop(): Recommender {
  return {
    name: 'TopPop',
    fit(train, options) {
      const counts = Float64Array.from(columnCounts(train));
      return fitted(train, tieOrder(train.cols, options?.seed), (_, out) => out.set(counts));
    },
  };
}
