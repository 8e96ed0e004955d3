import type { SparseRows } from '@synth/interactions';
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

/** Counts interactions by group of the user and group of the item; undefined where fewer than two groups are there. */
export function tasteClusters(matrix: SparseRows, groups: TasteGroups): TasteClusters | undefined {
  const size = groups.names.length;
  const counts = new Float64Array(size * size);
  for (let user = 0; user < matrix.rows; user++) {
    const from = groups.ofUser[user]!;
    if (from < 0) continue;
    for (let k = matrix.indptr[user]!; k < matrix.indptr[user + 1]!; k++) {
      const to = groups.ofItem[matrix.indices[k]!]!;
      if (to >= 0) counts[from * size + to]!++;
    }
  }
  const range = Array.from({ length: size }, (_, at) => at);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ofUsers = range.map((a) => range.reduce((sum, b) => sum + counts[a * size + b]!, 0));
  const ofItems = range.map((b) => range.reduce((sum, a) => sum + counts[a * size + b]!, 0));
  if (ofItems.filter((count) => count > 0).length < 2) return undefined;
  const cells = range.flatMap((a) =>
    range.map((b) => {
      const share = ofUsers[a]! > 0 ? counts[a * size + b]! / ofUsers[a]! : null;
      const lift = share === null || ofItems[b] === 0 ? null : (share * total) / ofItems[b]!;
      return { users: groups.names[a]!, items: groups.names[b]!, share, lift };
    }),
  );
  const own = range.reduce((sum, a) => sum + counts[a * size + a]!, 0);
  const expected = range.reduce((sum, a) => sum + (ofUsers[a]! * ofItems[a]!) / total, 0);
  return { kind: groups.kind, names: groups.names, cells, own: own / expected };
}
