import type { SparseRows } from '../../matrix/interaction-matrix';
import { transpose } from '../../matrix/transpose';
import type { NeighbourOptions, Neighbours } from './neighbours';
import { neighbourSearch } from './neighbours';
import type { Recommender } from './recommender';
import { fitted, tieOrder } from './recommender';
import { rowOverlaps } from './row-overlaps';

/**
 * Item-based nearest neighbours: the score of an item is the sum of its similarities to those of the user's items that
 * are among its k nearest, with cosine c_ij / (|i| |j| + shrink) (Sarwar et al., WWW 2001, with shrinkage).
 *
 * @param options k (default 100) and shrink (default 10)
 * @example
 * ```ts
 * const train = matrixFromIndices({ rows: 3, cols: 4, userIndices: [0, 0, 1, 1, 2], itemIndices: [0, 1, 2, 3, 2] });
 * Array.from(itemKnn().fit(train).recommend(2, 1)); // => [3]
 * ```
 */
export function itemKnn(options: NeighbourOptions = {}): Recommender {
  return {
    name: 'ItemKNN',
    fit(train, { seed } = {}) {
      const ties = tieOrder(train.cols, seed);
      const byItem = transpose(train);
      const overlaps = train.cols <= mostItemsAtOnce ? rowOverlaps(byItem, train) : undefined;
      const search = neighbourSearch(byItem, train, ties, options, overlaps);
      const { indptr, targets, similarities } = targetsOf(search, train.cols);
      return fitted(train, ties, (user, out) => {
        for (let a = train.indptr[user]!; a < train.indptr[user + 1]!; a++) {
          const item = train.indices[a]!;
          for (let b = indptr[item]!; b < indptr[item + 1]!; b++) out[targets[b]!]! += similarities[b]!;
        }
      });
    },
  };
}

/** Up to so many items, all co-occurrences are counted at once: 64 MB. */
const mostItemsAtOnce = 4096;

/** For each item, the items that it is a neighbour of: the neighbour lists, turned round for scoring. */
function targetsOf(
  search: (item: number) => Neighbours,
  items: number,
): Pick<SparseRows, 'indptr'> & { readonly targets: Int32Array; readonly similarities: Float64Array } {
  const lists: { readonly rows: Int32Array; readonly similarities: Float64Array }[] = [];
  const indptr = new Int32Array(items + 1);
  for (let target = 0; target < items; target++) {
    const { size, rows, similarities } = search(target);
    lists.push({ rows: rows.slice(0, size), similarities: similarities.slice(0, size) });
    for (let t = 0; t < size; t++) indptr[rows[t]! + 1]!++;
  }
  for (let item = 0; item < items; item++) indptr[item + 1]! += indptr[item]!;
  const next = indptr.slice(0, items);
  const targets = new Int32Array(indptr[items]!);
  const similarities = new Float64Array(indptr[items]!);
  for (let target = 0; target < items; target++) {
    const list = lists[target]!;
    for (let t = 0; t < list.rows.length; t++) {
      const to = next[list.rows[t]!]!++;
      targets[to] = target;
      similarities[to] = list.similarities[t]!;
    }
  }
  return { indptr, targets, similarities };
}
