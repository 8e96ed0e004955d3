import type { ColumnMapping } from '@synth/io/read';

/** What the columns of a plain file are called, where they are not called as usual. */
export interface ColumnNames {
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

const usual: Readonly<Record<keyof ColumnNames, readonly string[]>> = {
  user: ['user_id', 'user', 'userId', 'customer_id', 'visitorid'],
  item: ['item_id', 'item', 'itemId', 'song_id', 'product_id', 'track_id', 'movieId'],
  timestamp: ['timestamp', 'time', 'created_at'],
  rating: ['rating', 'stars'],
  plays: ['plays', 'count'],
  label: ['label'],
};

/** The names that the rows of interactions have after reading, whatever the file calls them. */
export const columnOf: Readonly<Record<keyof ColumnNames, string>> = {
  user: 'user_id',
  item: 'item_id',
  timestamp: 'timestamp',
  rating: 'rating',
  plays: 'plays',
  label: 'label',
};

/** How a reader finds the columns. A column that was named must be there; of the others only user and item. */
export function columnMapping(names: ColumnNames): ColumnMapping {
  const roles = Object.keys(usual) as (keyof ColumnNames)[];
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
