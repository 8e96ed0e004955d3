import type { SparseRows } from '@synth/interactions';

/** How many users each item has. */
export function itemCounts({ cols, indices }: Pick<SparseRows, 'cols' | 'indices'>): Int32Array {
  const counts = new Int32Array(cols);
  for (const item of indices) counts[item]!++;
  return counts;
}
