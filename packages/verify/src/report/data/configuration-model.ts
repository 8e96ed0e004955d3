import type { SparseRows } from '@synth/interactions';
import { itemCounts } from './item-counts';

const mostSteps = 500;
const close = 1e-7;

/**
 * The bipartite configuration model (Saracco et al., Scientific Reports 2015): the most random matrix whose users and
 * items have on average the counts of this one. A user has an item with probability x y / (1 + x y), where x belongs to
 * the user and y to the item; both are found by fixed-point iteration over the different counts.
 *
 * @returns the probability that a user has an item, by index
 */
export function configurationModel(matrix: SparseRows): (user: number, item: number) => number {
  const { rows, indptr } = matrix;
  const users = distinct(Int32Array.from({ length: rows }, (_, user) => indptr[user + 1]! - indptr[user]!));
  const items = distinct(itemCounts(matrix));
  const scale = Math.sqrt(Math.max(1, matrix.indices.length));
  const x = users.values.map((count) => count / scale);
  const y = items.values.map((count) => count / scale);
  for (let step = 0; step < mostSteps; step++) {
    const moved = Math.max(balance(x, y, users.values, items.sizes), balance(y, x, items.values, users.sizes));
    if (moved < close) break;
  }
  return (user, item) => {
    const product = x[users.of[user]!]! * y[items.of[item]!]!;
    return product / (1 + product);
  };
}

/** Sets each own so that its expected count is what it has; returns the largest relative move. */
function balance(own: Float64Array, other: Float64Array, counts: Float64Array, sizes: Float64Array): number {
  let moved = 0;
  for (let i = 0; i < own.length; i++) {
    let sum = 0;
    for (let j = 0; j < other.length; j++) sum += (sizes[j]! * other[j]!) / (1 + own[i]! * other[j]!);
    // Who has everything would need infinity.
    const next = sum > 0 ? Math.min(1e12, counts[i]! / sum) : 0;
    moved = Math.max(moved, Math.abs(next - own[i]!) / (own[i]! || 1));
    own[i] = next;
  }
  return moved;
}

/** The different values, how many have each, and of each index which it has. */
function distinct(counts: Int32Array): {
  readonly values: Float64Array;
  readonly sizes: Float64Array;
  readonly of: Int32Array;
} {
  const values = Float64Array.from(new Set(counts)).sort();
  const place = new Map(Array.from(values, (value, at) => [value, at]));
  const of = counts.map((count) => place.get(count)!);
  const sizes = new Float64Array(values.length);
  for (const at of of) sizes[at]!++;
  return { values, sizes, of };
}
