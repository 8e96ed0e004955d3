import type { SparseRows } from '../../matrix/interaction-matrix';
import type { SingularValueOptions } from './truncated-svd';
import { truncatedSingularValues } from './truncated-svd';

/**
 * The largest singular values of a sparse matrix, descending. Entries count as 1; see `truncatedSvd`.
 *
 * @param count how many; fewer where the matrix has fewer
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 2, cols: 3, userIndices: [0, 0, 1], itemIndices: [0, 1, 2] });
 * Array.from(singularValues(matrix, 2), (value) => value.toFixed(6)); // => ['1.414214', '1.000000']
 * ```
 */
export function singularValues(
  matrix: SparseRows,
  count: number,
  options: SingularValueOptions = {},
): Float64Array {
  return truncatedSingularValues(matrix, count, options);
}
