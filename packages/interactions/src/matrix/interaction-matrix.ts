import { SynthError } from '@synth/core';
import type { InteractionsErrorCode } from '../errors';

/**
 * A sparse matrix by rows (CSR): row r holds the columns `indices[indptr[r]] .. indices[indptr[r + 1] - 1]`, ascending
 * and each once. `data`, where it is there, is parallel to `indices`; without it every entry is 1.
 */
export interface SparseRows {
  readonly rows: number;
  readonly cols: number;
  readonly indptr: Int32Array;
  readonly indices: Int32Array;
  readonly data?: Float32Array;
}

/**
 * Who interacted with what: one row a user, one column an item, both with their ids.
 *
 * An entry is a pair that interacted at least once. `data` holds how often (or the sum of the values given);
 * `timestamps`, parallel to `indices`, when it first did, in milliseconds since 1970-01-01T00:00:00Z.
 */
export interface InteractionMatrix extends SparseRows {
  readonly users: readonly string[];
  readonly items: readonly string[];
  readonly timestamps?: Float64Array;
  /** The row of a user, or -1. The map behind it is made on first use. */
  userIndex(id: string): number;
  /** The column of an item, or -1. The map behind it is made on first use. */
  itemIndex(id: string): number;
}

/** What an {@link InteractionMatrix} is made of. Without ids, they are the indices as text. */
export interface MatrixParts extends SparseRows {
  readonly users?: readonly string[];
  readonly items?: readonly string[];
  readonly timestamps?: Float64Array;
}

/**
 * An interaction matrix around arrays that are already in CSR form. The arrays are kept, not copied.
 *
 * @throws SynthError `MATRIX_INVALID` where the lengths of the arrays do not fit each other
 * @example
 * ```ts
 * const matrix = interactionMatrix({
 *   rows: 2, cols: 3, indptr: Int32Array.of(0, 2, 3), indices: Int32Array.of(0, 2, 1), users: ['ann', 'bob'],
 * });
 * matrix.userIndex('bob'); // => 1
 * matrix.items; // => ['0', '1', '2']
 * ```
 */
export function interactionMatrix(parts: MatrixParts): InteractionMatrix {
  const { rows, cols, indptr, indices, data, timestamps } = parts;
  const users = parts.users ?? indexIds(rows);
  const items = parts.items ?? indexIds(cols);
  requireLength('indptr', indptr, rows + 1);
  requireLength('indices', indices, indptr[rows]!);
  if (data !== undefined) requireLength('data', data, indices.length);
  if (timestamps !== undefined) requireLength('timestamps', timestamps, indices.length);
  requireLength('users', users, rows);
  requireLength('items', items, cols);
  return {
    rows,
    cols,
    indptr,
    indices,
    ...(data === undefined ? {} : { data }),
    ...(timestamps === undefined ? {} : { timestamps }),
    users,
    items,
    userIndex: lookup(users),
    itemIndex: lookup(items),
  };
}

function indexIds(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i));
}

function lookup(ids: readonly string[]): (id: string) => number {
  let indexOf: Map<string, number> | undefined;
  return (id) => {
    indexOf ??= new Map(ids.map((one, index) => [one, index]));
    return indexOf.get(id) ?? -1;
  };
}

function requireLength(field: string, array: ArrayLike<unknown>, length: number): void {
  if (array.length === length) return;
  throw new SynthError<InteractionsErrorCode>({
    code: 'MATRIX_INVALID',
    message: `${field} has ${array.length} entries where ${length} are needed`,
    field,
    value: array.length,
    allowed: String(length),
  });
}
