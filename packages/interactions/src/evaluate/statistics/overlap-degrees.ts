import type { SparseRows } from '../../matrix/interaction-matrix';

/**
 * For each of some rows, with how many other rows it has at least one column in common.
 *
 * @param transposed the transpose of `matrix`
 * @param rows which rows. Default all
 */
export function overlapDegrees(
  matrix: SparseRows,
  transposed: SparseRows,
  rows?: ArrayLike<number>,
): Int32Array {
  const count = rows?.length ?? matrix.rows;
  const degrees = new Int32Array(count);
  let most = -1;
  for (let row = 0; row < matrix.rows; row++) if (matrix.indptr[row]! < matrix.indptr[row + 1]!) most++;
  const { indptr: starts, indices: others } = transposed;
  const seenBy = new Int32Array(matrix.rows).fill(-1);
  for (let k = 0; k < count; k++) {
    const row = rows === undefined ? k : rows[k]!;
    seenBy[row] = k;
    let degree = 0;
    for (let a = matrix.indptr[row]!; a < matrix.indptr[row + 1]! && degree < most; a++) {
      const column = matrix.indices[a]!;
      const end = starts[column + 1]!;
      for (let b = starts[column]!; b < end; b++) {
        const other = others[b]!;
        if (seenBy[other] === k) continue;
        seenBy[other] = k;
        degree++;
      }
    }
    degrees[k] = degree;
  }
  return degrees;
}

/** The steps that {@link overlapDegrees} takes over all rows: the sum over columns of the square of their count. */
export function overlapCost(transposed: SparseRows): number {
  let cost = 0;
  for (let column = 0; column < transposed.rows; column++) {
    const count = transposed.indptr[column + 1]! - transposed.indptr[column]!;
    cost += count * count;
  }
  return cost;
}
