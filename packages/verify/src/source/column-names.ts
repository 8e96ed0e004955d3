import type { ColumnMapping } from '@synth/io/read';
import type { RoleColumns } from '../tables/role-columns';

/** What the columns of a plain file are called, where they are not called as usual. */
export interface ColumnNames extends RoleColumns {
  /** Usual: user_id, user, userId, customer_id, visitorid. */
  readonly user?: string;
  /** Usual: item_id, item, itemId, song_id, product_id, track_id, movieId. */
  readonly item?: string;
  /** Usual: timestamp, time, created_at. Seconds, milliseconds or ISO 8601. */
  readonly timestamp?: string;
  /** Usual: rating, stars. */
  readonly rating?: string;
  /** Usual: plays, count. */
  readonly plays?: string;
  /** 1 for taken, 0 for shown and passed over. Usual: label. */
  readonly label?: string;
}

/** What a column of interactions holds. */
type InteractionRole = 'user' | 'item' | 'timestamp' | 'rating' | 'plays' | 'label';

const usual: Readonly<Record<InteractionRole, readonly string[]>> = {
  user: ['user_id', 'user', 'userId', 'customer_id', 'visitorid'],
  item: ['item_id', 'item', 'itemId', 'song_id', 'product_id', 'track_id', 'movieId'],
  timestamp: ['timestamp', 'time', 'created_at'],
  rating: ['rating', 'stars'],
  plays: ['plays', 'count'],
  label: ['label'],
};

/** The names that the rows of interactions have after reading, whatever the file calls them. */
export const columnOf: Readonly<Record<InteractionRole, string>> = {
  user: 'user_id',
  item: 'item_id',
  timestamp: 'timestamp',
  rating: 'rating',
  plays: 'plays',
  label: 'label',
};

/** How a reader finds the columns. A column that was named must be there; of the others only user and item. */
export function columnMapping(names: ColumnNames): ColumnMapping {
  const roles = Object.keys(usual) as InteractionRole[];
  return Object.fromEntries(
    roles.map((role) => [
      columnOf[role],
      {
        from: names[role] ?? usual[role],
        optional: role !== 'user' && role !== 'item' && names[role] === undefined,
        ...(role === 'user' || role === 'item' ? { type: 'text' as const } : {}),
      },
    ]),
  );
}

/** Whether a file with these columns has a user and an item, so that its rows can be read as interactions. */
export const hasInteractions = (columns: readonly string[], names: ColumnNames): boolean =>
  (['user', 'item'] as const).every((role) => {
    const named = names[role];
    return named === undefined ? usual[role].some((name) => columns.includes(name)) : columns.includes(named);
  });
