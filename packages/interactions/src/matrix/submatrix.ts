import type { InteractionMatrix } from './interaction-matrix';
import { interactionMatrix } from './interaction-matrix';
import { filterEntries } from './filter-entries';

/**
 * The matrix of some users and some items only, in their old order; the others lose their rows and columns.
 *
 * @param keep.users whether to keep the user of a row. Default all
 * @param keep.items whether to keep the item of a column. Default all
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 2, cols: 2, userIndices: [0, 1], itemIndices: [0, 1] });
 * submatrix(matrix, { users: (user) => user === 1, items: () => true }).users; // => ['1']
 * ```
 */
export function submatrix(
  matrix: InteractionMatrix,
  keep: { readonly users?: (user: number) => boolean; readonly items?: (item: number) => boolean },
): InteractionMatrix {
  const userMap = renumber(matrix.rows, keep.users);
  const itemMap = renumber(matrix.cols, keep.items);
  const rest = filterEntries(matrix, (_, user, item) => userMap[user]! >= 0 && itemMap[item]! >= 0);
  const users = matrix.users.filter((_, user) => userMap[user]! >= 0);
  const indptr = new Int32Array(users.length + 1);
  for (let user = 0; user < matrix.rows; user++) {
    if (userMap[user]! >= 0) indptr[userMap[user]! + 1] = rest.indptr[user + 1]!;
  }
  const items = matrix.items.filter((_, item) => itemMap[item]! >= 0);
  return interactionMatrix({
    rows: users.length,
    cols: items.length,
    indptr,
    indices: rest.indices.map((item) => itemMap[item]!),
    ...(rest.data === undefined ? {} : { data: rest.data }),
    ...(rest.timestamps === undefined ? {} : { timestamps: rest.timestamps }),
    users,
    items,
  });
}

/** New index of each old one, or -1. */
function renumber(count: number, keep: ((index: number) => boolean) | undefined): Int32Array {
  const map = new Int32Array(count);
  let next = 0;
  for (let index = 0; index < count; index++) map[index] = keep === undefined || keep(index) ? next++ : -1;
  return map;
}
