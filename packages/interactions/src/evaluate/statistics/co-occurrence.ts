import type { Seed } from '@synth/core';
import { defaultSeed, streams } from '@synth/core';
import { columnCounts } from '../../matrix/counts';
import type { SparseRows } from '../../matrix/interaction-matrix';
import { transpose } from '../../matrix/transpose';
import { permutation } from '../ranking/permutation';
import { overlapCost, overlapDegrees } from './overlap-degrees';

/** How a share of pairs was found. */
export interface PairShare {
  /** In [0, 1]. */
  readonly share: number;
  /** Standard error: 0 when every item was looked at. */
  readonly error: number;
  /** Items whose pairs were looked at. */
  readonly sampled: number;
}

/** How much work to spend. */
export interface CoOccurrenceOptions {
  /** @defaultValue 'synth' */
  readonly seed?: Seed;
  /** Steps after which items are sampled in place of looking at all. @defaultValue 200_000_000, about a second */
  readonly budget?: number;
}

/**
 * The share of item pairs that at least one user has both of, among items with a user (T07).
 *
 * Exact while the sum of squared user counts is within the budget; else over the pairs of a seeded random sample of
 * items, at least 100, with its standard error.
 *
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 2, cols: 3, userIndices: [0, 0, 1], itemIndices: [0, 1, 2] });
 * coOccurrence(matrix).share.toFixed(4); // => '0.3333'
 * ```
 */
export function coOccurrence(matrix: SparseRows, options: CoOccurrenceOptions = {}): PairShare {
  const { seed = defaultSeed, budget = 200_000_000 } = options;
  const counts = columnCounts(matrix);
  const used: number[] = [];
  counts.forEach((count, item) => {
    if (count > 0) used.push(item);
  });
  const cost = overlapCost(matrix);
  const sampled = Math.min(used.length, Math.max(100, Math.floor((used.length * budget) / cost)));
  let items = used;
  if (sampled < used.length) {
    const order = permutation(streams({ seed, dataset: 'evaluate' }).stream('pairs').at(0), used.length);
    items = Array.from(order.subarray(0, sampled), (index) => used[index]!);
  }
  const degrees = overlapDegrees(transpose(matrix), matrix, items);
  const shares = Float64Array.from(degrees, (degree) => degree / (used.length - 1));
  const mean = shares.reduce((sum, share) => sum + share, 0) / sampled;
  const variance = shares.reduce((sum, share) => sum + (share - mean) * (share - mean), 0) / (sampled - 1);
  const unseen = 1 - sampled / used.length;
  return { share: mean, error: unseen === 0 ? 0 : Math.sqrt((unseen * variance) / sampled), sampled };
}
