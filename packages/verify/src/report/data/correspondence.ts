import type { Seed } from '@synth/core';
import { normal, streams } from '@synth/core';
import type { SparseRows } from '@synth/interactions';
import { itemCounts } from './item-counts';

/** Places of items and users on the first axes of a correspondence analysis, by rows. */
export interface Correspondence {
  readonly axes: number;
  /** NaN for items that were left out: too few users. */
  readonly items: Float64Array;
  /** Of each user the mean of their items. NaN for users without any that was kept. */
  readonly users: Float64Array;
  /** Of each axis, the share of the inertia: how much of the departure from independence it shows. */
  readonly inertia: readonly number[];
}

/** Items with fewer users say more of their few users than of a taste, as in T08. */
const leastUsers = 5;
const steps = 40;

/**
 * Correspondence analysis (Benzécri 1973; Greenacre, Correspondence Analysis in Practice) of the items with at least 5
 * users: the singular vectors after the first of Du^-1/2 A Di^-1/2, each entry divided by the root of its item's share.
 * Popularity and activity are taken out: two items are near each other when the same users have both more often than
 * their counts explain. By orthogonal iteration from a seeded start.
 *
 * O(steps x axes x interactions).
 *
 * @returns undefined where fewer than 3 items or users are left
 */
export function correspondence(
  matrix: SparseRows,
  options: { readonly axes: number; readonly seed: Seed },
): Correspondence | undefined {
  const { rows, cols, indptr, indices } = matrix;
  const counts = itemCounts(matrix);
  const kept = Uint8Array.from(counts, (count) => (count >= leastUsers ? 1 : 0));
  const degrees = Float64Array.from({ length: rows }, (_, user) =>
    indices.subarray(indptr[user]!, indptr[user + 1]!).reduce((sum, item) => sum + kept[item]!, 0),
  );
  const total = degrees.reduce((sum, degree) => sum + degree, 0);
  const keptItems = kept.reduce((sum, one) => sum + one, 0);
  const keptUsers = degrees.filter((degree) => degree > 0).length;
  const axes = Math.min(options.axes, keptItems - 1, keptUsers - 1);
  if (axes < 2) return undefined;
  const width = axes;
  const byUser = degrees.map((degree) => (degree > 0 ? 1 / Math.sqrt(degree) : 0));
  const byItem = Float64Array.from(counts, (count, item) => (kept[item] === 1 ? 1 / Math.sqrt(count) : 0));
  /** The direction of plain popularity, of length 1. */
  const trivial = Float64Array.from(counts, (count, item) =>
    kept[item] === 1 ? Math.sqrt(count / total) : 0,
  );

  const rng = streams({ seed: options.seed, dataset: 'report' }).stream('axes').at(0);
  const block = normal({ mean: 0, sd: 1 }).fill(rng, new Float64Array(cols * width));
  for (let item = 0; item < cols; item++) if (kept[item] === 0) block.fill(0, item * width, (item + 1) * width);
  let lengths = orthonormalise(block, trivial, width);
  const row = new Float64Array(width);
  for (let step = 0; step < steps; step++) {
    const next = new Float64Array(cols * width);
    for (let user = 0; user < rows; user++) {
      if (byUser[user] === 0) continue;
      row.fill(0);
      for (let k = indptr[user]!; k < indptr[user + 1]!; k++) {
        const item = indices[k]!;
        const weight = byItem[item]!;
        for (let j = 0; j < width; j++) row[j]! += weight * block[item * width + j]!;
      }
      const squared = byUser[user]! * byUser[user]!;
      for (let k = indptr[user]!; k < indptr[user + 1]!; k++) {
        const item = indices[k]!;
        const weight = byItem[item]! * squared;
        for (let j = 0; j < width; j++) next[item * width + j]! += weight * row[j]!;
      }
    }
    lengths = orthonormalise(next, trivial, width);
    block.set(next);
  }

  // Inertia is the sum of squared singular values but the first, which is 1.
  let inertia = -1;
  for (let user = 0; user < rows; user++) {
    const squared = byUser[user]! * byUser[user]!;
    for (let k = indptr[user]!; k < indptr[user + 1]!; k++)
      inertia += squared * byItem[indices[k]!]! * byItem[indices[k]!]!;
  }
  const items = new Float64Array(cols * width).fill(Number.NaN);
  for (let item = 0; item < cols; item++) {
    if (kept[item] === 0) continue;
    for (let j = 0; j < width; j++) items[item * width + j] = block[item * width + j]! / trivial[item]!;
  }
  const users = new Float64Array(rows * width).fill(Number.NaN);
  for (let user = 0; user < rows; user++) {
    if (degrees[user] === 0) continue;
    users.fill(0, user * width, (user + 1) * width);
    for (let k = indptr[user]!; k < indptr[user + 1]!; k++) {
      const item = indices[k]!;
      if (kept[item] === 0) continue;
      for (let j = 0; j < width; j++) users[user * width + j]! += items[item * width + j]! / degrees[user]!;
    }
  }
  return { axes, items, users, inertia: lengths.map((length) => (inertia > 0 ? length / inertia : 0)) };
}

/** Makes the columns of a block orthogonal to `fixed` and orthonormal, in place; returns their lengths before. */
function orthonormalise(block: Float64Array, fixed: Float64Array, width: number): number[] {
  const size = fixed.length;
  const lengths: number[] = [];
  for (let j = 0; j < width; j++) {
    // Twice is enough (Kahan, after Parlett).
    for (let pass = 0; pass < 2; pass++) {
      let along = 0;
      for (let i = 0; i < size; i++) along += fixed[i]! * block[i * width + j]!;
      for (let i = 0; i < size; i++) block[i * width + j]! -= along * fixed[i]!;
      for (let before = 0; before < j; before++) {
        let dot = 0;
        for (let i = 0; i < size; i++) dot += block[i * width + before]! * block[i * width + j]!;
        for (let i = 0; i < size; i++) block[i * width + j]! -= dot * block[i * width + before]!;
      }
    }
    let squares = 0;
    for (let i = 0; i < size; i++) squares += block[i * width + j]! * block[i * width + j]!;
    const length = Math.sqrt(squares);
    lengths.push(length);
    const scale = length > 1e-12 ? 1 / length : 0;
    for (let i = 0; i < size; i++) block[i * width + j]! *= scale;
  }
  return lengths;
}
