import type { InteractionMatrix } from '@synth/interactions';
import { configurationModel } from './configuration-model';
import { itemCounts } from './item-counts';
import type { TasteGroups } from './taste-groups';

/** How often two items have a user in common. */
export interface PairCell {
  /** Places in `items`. */
  readonly a: number;
  readonly b: number;
  readonly users: number;
  /** By what all counts of users and items alone would give. */
  readonly lift: number;
}

/** The most popular items against each other, by group. */
export interface CoOccurrenceMap {
  readonly items: readonly { readonly id: string; readonly group: string | null }[];
  readonly cells: readonly PairCell[];
  /** Mean lift of the pairs of one group, and of the others; null where there are none. */
  readonly within: number | null;
  readonly between: number | null;
}

const mostItems = 36;

/**
 * Counts the common users of the most popular items, against the bipartite configuration model; undefined where there
 * are fewer than 3 items.
 */
export function coOccurrenceMap(
  matrix: InteractionMatrix,
  groups: TasteGroups | undefined,
): CoOccurrenceMap | undefined {
  const counts = itemCounts(matrix);
  const groupOf = (item: number): number => groups?.ofItem[item] ?? -1;
  const popular = [...counts.keys()].sort((x, y) => counts[y]! - counts[x]! || x - y).slice(0, mostItems);
  if (popular.length < 3) return undefined;
  // By group; those without one come last. The sort is stable: within a group the most popular stays first.
  const last = groups?.names.length ?? 0;
  const order = (item: number): number => (groupOf(item) < 0 ? last : groupOf(item));
  popular.sort((x, y) => order(x) - order(y));
  const size = popular.length;
  const place = new Int32Array(matrix.cols).fill(-1);
  popular.forEach((item, at) => (place[item] = at));
  const common = new Int32Array(size * size);
  for (let user = 0; user < matrix.rows; user++) {
    const own: number[] = [];
    for (let k = matrix.indptr[user]!; k < matrix.indptr[user + 1]!; k++) {
      const at = place[matrix.indices[k]!]!;
      if (at >= 0) own.push(at);
    }
    for (const a of own) for (const b of own) common[a * size + b]!++;
  }
  const chance = expectedCommon(matrix, popular);
  const cells: PairCell[] = [];
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (a === b) continue;
      const users = common[a * size + b]!;
      cells.push({ a, b, users, lift: users / chance[a * size + b]! });
    }
  }
  const mean = (same: boolean): number | null => {
    const of = cells.filter(({ a, b }) => (groupOf(popular[a]!) === groupOf(popular[b]!)) === same);
    return of.length === 0 ? null : of.reduce((sum, { lift }) => sum + lift, 0) / of.length;
  };
  return {
    items: popular.map((item) => ({
      id: matrix.items[item]!,
      group: groups === undefined || groupOf(item) < 0 ? null : groups.names[groupOf(item)]!,
    })),
    cells,
    within: groups === undefined ? null : mean(true),
    between: groups === undefined ? null : mean(false),
  };
}

function expectedCommon(matrix: InteractionMatrix, items: readonly number[]): Float64Array {
  const probability = configurationModel(matrix);
  const size = items.length;
  const expected = new Float64Array(size * size);
  for (let user = 0; user < matrix.rows; user++) {
    const own = items.map((item) => probability(user, item));
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) expected[a * size + b]! += own[a]! * own[b]!;
  }
  return expected;
}
