import { columnCounts, rowCounts } from '../../matrix/counts';
import type { SparseRows } from '../../matrix/interaction-matrix';

/**
 * Pairs by possible pairs, over users and items with at least one interaction (T01).
 *
 * @example
 * ```ts
 * density(matrixFromIndices({ rows: 2, cols: 9, userIndices: [0, 1, 1], itemIndices: [3, 3, 5] })); // => 0.75
 * ```
 */
export function density(matrix: SparseRows): number {
  return matrix.indices.length / (positive(rowCounts(matrix)) * positive(columnCounts(matrix)));
}

function positive(counts: Int32Array): number {
  return counts.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0);
}
