import { SynthError } from '@synth/core';
import type { InteractionsErrorCode } from '../errors';
import type { InteractionMatrix } from './interaction-matrix';
import { interactionMatrix } from './interaction-matrix';

/** Pairs by index, in any order; pair k is (userIndices[k], itemIndices[k]). */
export interface IndexPairs {
  readonly rows: number;
  readonly cols: number;
  readonly userIndices: ArrayLike<number>;
  readonly itemIndices: ArrayLike<number>;
  /** The weight of each pair. @defaultValue 1 each */
  readonly values?: ArrayLike<number>;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly timestamps?: ArrayLike<number>;
  readonly users?: readonly string[];
  readonly items?: readonly string[];
}

/**
 * The matrix of pairs given by index. Pairs that occur more than once become one entry: its value is their sum, its
 * timestamp the earliest. `data` is left out when every entry would be 1.
 *
 * Two counting sorts: O(pairs + rows + cols).
 *
 * @throws SynthError `MATRIX_INVALID` for an index out of bounds
 * @example
 * ```ts
 * const plays = matrixFromIndices({ rows: 2, cols: 2, userIndices: [1, 0, 1], itemIndices: [1, 0, 1] });
 * Array.from(plays.indices); // => [0, 1]
 * Array.from(plays.data!); // => [1, 2]
 * ```
 */
export function matrixFromIndices(pairs: IndexPairs): InteractionMatrix {
  const { rows, cols, userIndices, itemIndices, values, timestamps, users, items } = pairs;
  const byItem = stableOrder(itemIndices, cols, 'itemIndices');
  const order = stableOrder(userIndices, rows, 'userIndices', byItem);

  const indptr = new Int32Array(rows + 1);
  const indices = new Int32Array(order.length);
  const data = new Float32Array(order.length);
  const firsts = timestamps === undefined ? undefined : new Float64Array(order.length);
  let size = 0;
  let lastUser = -1;
  let weighted = false;
  for (let k = 0; k < order.length; k++) {
    const pair = order[k]!;
    const user = userIndices[pair]!;
    const item = itemIndices[pair]!;
    const value = values === undefined ? 1 : values[pair]!;
    if (user === lastUser && indices[size - 1] === item) {
      data[size - 1]! += value;
      if (firsts !== undefined) firsts[size - 1] = Math.min(firsts[size - 1]!, timestamps![pair]!);
      weighted = true;
      continue;
    }
    if (value !== 1) weighted = true;
    indices[size] = item;
    data[size] = value;
    if (firsts !== undefined) firsts[size] = timestamps![pair]!;
    size++;
    indptr[user + 1]!++;
    lastUser = user;
  }
  for (let user = 0; user < rows; user++) indptr[user + 1]! += indptr[user]!;
  return interactionMatrix({
    rows,
    cols,
    indptr,
    indices: indices.slice(0, size),
    ...(weighted ? { data: data.slice(0, size) } : {}),
    ...(firsts === undefined ? {} : { timestamps: firsts.slice(0, size) }),
    ...(users === undefined ? {} : { users }),
    ...(items === undefined ? {} : { items }),
  });
}

/** Positions ordered by key; equal keys keep the order in which `from` (default 0, 1, 2, ...) has them. */
function stableOrder(keys: ArrayLike<number>, bound: number, field: string, from?: Int32Array): Int32Array {
  const starts = new Int32Array(bound + 1);
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!;
    if (!(key >= 0 && key < bound && Number.isInteger(key))) throw outOfBounds(field, key, bound);
    starts[key + 1]!++;
  }
  for (let key = 0; key < bound; key++) starts[key + 1]! += starts[key]!;
  const order = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) {
    const position = from === undefined ? k : from[k]!;
    order[starts[keys[position]!]!++] = position;
  }
  return order;
}

function outOfBounds(field: string, value: number, bound: number): SynthError<InteractionsErrorCode> {
  return new SynthError({
    code: 'MATRIX_INVALID',
    message: `${field} holds ${value}, which is no index of ${bound}`,
    field,
    value,
    allowed: `an integer in [0, ${bound - 1}]`,
  });
}
