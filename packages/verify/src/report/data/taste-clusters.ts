import type { SparseRows } from '@synth/interactions';
import { shownGroups } from './shown-groups';
import type { TasteGroups } from './taste-groups';

/** What the users of one group take of one group of items. */
export interface TasteCell {
  readonly users: string;
  readonly items: string;
  /** Their share of it by everybody's; null where the users have nothing. */
  readonly lift: number | null;
  readonly share: number | null;
}

/** Groups of users against groups of items. */
export interface TasteClusters {
  readonly kind: TasteGroups['kind'];
  readonly names: readonly string[];
  readonly cells: readonly TasteCell[];
  /** Share of the interactions that are of a user's own group, by what the counts of the groups alone would give. */
  readonly own: number;
}

/**
 * Interactions by group of the user and group of the item, the smaller groups together; undefined where fewer than two
 * groups of items have any.
 */
export function tasteClusters(matrix: SparseRows, groups: TasteGroups): TasteClusters | undefined {
  const shown = shownGroups(groups);
  const { size, counts, total, ofUsers, ofItems } = countsOf(matrix, shown);
  if (ofItems.filter((count) => count > 0).length < 2) return undefined;
  const cells = shown.names.flatMap((users, a) =>
    shown.names.map((items, b) => {
      const share = ofUsers[a]! > 0 ? counts[a * size + b]! / ofUsers[a]! : null;
      const lift = share === null || ofItems[b] === 0 ? null : (share * total) / ofItems[b]!;
      return { users, items, share, lift };
    }),
  );
  return { kind: groups.kind, names: shown.names, cells, own: ownLift(countsOf(matrix, groups)) };
}

interface GroupCounts {
  readonly size: number;
  /** By group of the user, then of the item. */
  readonly counts: Float64Array;
  readonly total: number;
  readonly ofUsers: readonly number[];
  readonly ofItems: readonly number[];
}

function countsOf(matrix: SparseRows, { names, ofUser, ofItem }: TasteGroups): GroupCounts {
  const size = names.length;
  const counts = new Float64Array(size * size);
  for (let user = 0; user < matrix.rows; user++) {
    const from = ofUser[user]!;
    if (from < 0) continue;
    for (let k = matrix.indptr[user]!; k < matrix.indptr[user + 1]!; k++) {
      const to = ofItem[matrix.indices[k]!]!;
      if (to >= 0) counts[from * size + to]!++;
    }
  }
  const range = [...names.keys()];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ofUsers = range.map((a) => range.reduce((sum, b) => sum + counts[a * size + b]!, 0));
  const ofItems = range.map((b) => range.reduce((sum, a) => sum + counts[a * size + b]!, 0));
  return { size, counts, total, ofUsers, ofItems };
}

function ownLift({ size, counts, total, ofUsers, ofItems }: GroupCounts): number {
  const own = ofUsers.reduce((sum, _, a) => sum + counts[a * size + a]!, 0);
  const expected = ofUsers.reduce((sum, count, a) => sum + (count * ofItems[a]!) / total, 0);
  return expected > 0 ? own / expected : 1;
}
