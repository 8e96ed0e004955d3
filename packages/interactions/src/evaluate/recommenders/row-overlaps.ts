import type { SparseRows } from '../../matrix/interaction-matrix';

/**
 * How many columns each two different rows share: rows x rows, by rows, 0 on the diagonal. Each pair is counted once, for
 * half the cost of a search for each row.
 *
 * @param transposed the transpose of `matrix`
 */
export function rowOverlaps(matrix: SparseRows, transposed: SparseRows): Int32Array {
  const { rows, indptr, indices } = matrix;
  const { indptr: starts, indices: others } = transposed;
  const overlaps = new Int32Array(rows * rows);
  const shared = new Int32Array(rows);
  // Where the rows after this one begin in each column: columns hold their rows in ascending order.
  const next = starts.slice();
  for (let row = 0; row < rows; row++) {
    for (let a = indptr[row]!; a < indptr[row + 1]!; a++) {
      const column = indices[a]!;
      const end = starts[column + 1]!;
      for (let b = ++next[column]!; b < end; b++) shared[others[b]!]!++;
    }
    for (let other = row + 1; other < rows; other++) {
      overlaps[row * rows + other] = overlaps[other * rows + row] = shared[other]!;
      shared[other] = 0;
    }
  }
  return overlaps;
}
