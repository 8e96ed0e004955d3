import { columnCounts, rowCounts } from './counts';
import type { InteractionMatrix, SparseRows } from './interaction-matrix';
import type { MatrixSource } from './matrix-source';
import { matrixOf } from './matrix-source';
import { submatrix } from './submatrix';
import { transpose } from './transpose';

/** How many there must be at least. */
export interface KCoreOptions {
  /** Users of each item. @defaultValue 5 */
  readonly users?: number;
  /** Items of each user. @defaultValue 5 */
  readonly items?: number;
}

/** Who is left: 1 for a user, or an item, that stays. */
export interface KCoreMembers {
  readonly users: Uint8Array;
  readonly items: Uint8Array;
}

/**
 * The k-core of interactions: the largest part in which every item has at least `users` users and every user at least
 * `items` items. Removing one may bring others under the bounds: it is done until all hold.
 *
 * @param source a matrix, or data that has one
 * @returns the matrix of who is left; it may be empty
 * @example
 * ```ts
 * const matrix = matrixFromPairs([
 *   { user_id: 'ann', item_id: 'x' }, { user_id: 'bob', item_id: 'x' }, { user_id: 'bob', item_id: 'y' },
 * ]);
 * const core = kcore(matrix, { users: 2, items: 1 });
 * [core.users, core.items]; // => [['ann', 'bob'], ['x']]
 * ```
 */
export function kcore(source: MatrixSource, options: KCoreOptions = {}): InteractionMatrix {
  const matrix = matrixOf(source);
  const { users, items } = kcoreMembers(matrix, options);
  return submatrix(matrix, { users: (user) => users[user] === 1, items: (item) => items[item] === 1 });
}

/**
 * Who is in the k-core of a matrix (see {@link kcore}), in O(entries): to filter rows with.
 *
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 2, cols: 2, userIndices: [0, 1, 1], itemIndices: [0, 0, 1] });
 * Array.from(kcoreMembers(matrix, { users: 2, items: 1 }).items); // => [1, 0]
 * ```
 */
export function kcoreMembers(matrix: SparseRows, options: KCoreOptions = {}): KCoreMembers {
  const { users: minUsers = 5, items: minItems = 5 } = options;
  const sides = [
    { of: matrix, counts: rowCounts(matrix), least: minItems, stays: new Uint8Array(matrix.rows).fill(1) },
    {
      of: transpose(matrix),
      counts: columnCounts(matrix),
      least: minUsers,
      stays: new Uint8Array(matrix.cols).fill(1),
    },
  ] as const;
  const leaving: (readonly [side: 0 | 1, index: number])[] = [];
  const check = (side: 0 | 1, index: number): void => {
    const { counts, least, stays } = sides[side];
    if (stays[index] === 0 || counts[index]! >= least) return;
    stays[index] = 0;
    leaving.push([side, index]);
  };
  for (const side of [0, 1] as const) for (let i = 0; i < sides[side].counts.length; i++) check(side, i);
  for (let next = leaving.pop(); next !== undefined; next = leaving.pop()) {
    const [side, index] = next;
    const { of } = sides[side];
    const other = side === 0 ? 1 : 0;
    for (let k = of.indptr[index]!; k < of.indptr[index + 1]!; k++) {
      sides[other].counts[of.indices[k]!]!--;
      check(other, of.indices[k]!);
    }
  }
  return { users: sides[0].stays, items: sides[1].stays };
}
