import type { SparseRows } from './interaction-matrix';

/** Entries of each row: how many items a user has. */
export function rowCounts(matrix: SparseRows): Int32Array {
  const counts = new Int32Array(matrix.rows);
  for (let r = 0; r < matrix.rows; r++) counts[r] = matrix.indptr[r + 1]! - matrix.indptr[r]!;
  return counts;
}

/** Entries of each column: how many users an item has. */
export function columnCounts(matrix: SparseRows): Int32Array {
  const counts = new Int32Array(matrix.cols);
  for (let k = 0; k < matrix.indices.length; k++) counts[matrix.indices[k]!]!++;
  return counts;
}
