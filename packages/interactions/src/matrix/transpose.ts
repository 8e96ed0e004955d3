import type { SparseRows } from './interaction-matrix';

/**
 * The transpose: columns become rows, ascending within each. Also the column form (CSC) of the same matrix.
 * O(entries + rows + cols).
 *
 * @example
 * ```ts
 * const byItem = transpose(matrixFromIndices({ rows: 2, cols: 2, userIndices: [0, 1], itemIndices: [1, 1] }));
 * Array.from(byItem.indptr); // => [0, 0, 2]
 * ```
 */
export function transpose(matrix: SparseRows): SparseRows {
  const { rows, cols, indices, indptr, data } = matrix;
  const starts = new Int32Array(cols + 1);
  for (let k = 0; k < indices.length; k++) starts[indices[k]! + 1]!++;
  for (let c = 0; c < cols; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice(0, cols);
  const transposed = new Int32Array(indices.length);
  const moved = data === undefined ? undefined : new Float32Array(data.length);
  for (let r = 0; r < rows; r++) {
    for (let k = indptr[r]!; k < indptr[r + 1]!; k++) {
      const to = next[indices[k]!]!++;
      transposed[to] = r;
      if (moved !== undefined) moved[to] = data![k]!;
    }
  }
  return {
    rows: cols,
    cols: rows,
    indptr: starts,
    indices: transposed,
    ...(moved === undefined ? {} : { data: moved }),
  };
}
