import type { Inputs, InputTable, Row } from '@synth/core';
import { openTables } from '@synth/core';
import type { InteractionData } from '../data/interaction-data';
import { eventTable } from '../events/event-table';
import type { RealConfig, RealOptions } from './real-config';
import { realConfig } from './real-config';
import { realInteractionsDataset } from './real-dataset';

/** A table as objects in memory, or as a reader of files gives it. */
export type RealTable = readonly object[] | InputTable;

/** Options of real data: how to read it, and tables of all users and items. */
export type RealDataOptions = RealOptions & {
  /** All users, those without interactions too, in this order. */
  readonly users?: RealTable;
  /** All items, those without interactions too, in this order. */
  readonly items?: RealTable;
};

/** Real interactions, in the place of generated ones: the same but for the truth, which nobody knows. */
export interface RealInteractions extends InteractionData<undefined, RealConfig> {
  /** For the run engine: `run({ dataset, config, inputs, ... })`. */
  readonly dataset: typeof realInteractionsDataset;
  readonly inputs: Inputs;
}

const inputOf = (table: RealTable): InputTable =>
  'rows' in table ? table : { rows: table as readonly Row[] };

/** A playlist, as {@link fromPlaylists} takes it. */
export interface Playlist {
  readonly playlist_id: string;
  readonly item_ids: readonly string[];
  readonly user_id?: string;
}

/**
 * Real interactions, one row each: `user_id`, `item_id`, and a `timestamp` in all rows or in none (milliseconds since
 * 1970, ISO 8601 or a Date). A pair that comes more than once becomes one row with its first time, and `plays`.
 *
 * Users and items stand in order of appearance, or in that of the tables given.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_VALUE`, `INPUT_DUPLICATE`; `CONFIG_INVALID`
 * @example
 * ```ts
 * const data = fromInteractions([
 *   { user_id: 'ann', item_id: 'x', timestamp: '2024-05-01T10:00:00Z' },
 *   { user_id: 'bob', item_id: 'x', timestamp: '2024-05-02T10:00:00Z' },
 * ]);
 * [...data.rows('interactions')][0]; // => { user_id: 'ann', item_id: 'x', timestamp: '2024-05-01T10:00:00.000Z' }
 * data.truth; // => undefined
 * ```
 */
export function fromInteractions(rows: RealTable, options: RealDataOptions = {}): RealInteractions {
  return open({ interactions: inputOf(rows) }, options);
}

/**
 * Playlists as interactions: each user with the items of their playlists; a playlist that names no user is a user of
 * its own. An item in several playlists of a user becomes one row, with `plays`.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_VALUE`, `INPUT_DUPLICATE`; `CONFIG_INVALID`
 * @example
 * ```ts
 * const data = fromPlaylists([{ playlist_id: 'p1', item_ids: ['x', 'y'] }, { playlist_id: 'p2', item_ids: ['y'] }]);
 * data.matrix().users; // => ['p1', 'p2']
 * ```
 */
export function fromPlaylists(
  playlists: readonly Playlist[] | InputTable,
  options: RealDataOptions = {},
): RealInteractions {
  return open({ playlists: inputOf(playlists) }, options);
}

/**
 * The fallback where there is nothing else: each item is taken by its creator (`creator_id` or `user_id`), at
 * `created_at_ms` where that is known. No item has two users then, so there is nothing for collaborative filtering to
 * find: `cfViability` says so.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_VALUE`, `INPUT_DUPLICATE`; `CONFIG_INVALID`
 * @example
 * ```ts
 * const data = fromOwnership([{ item_id: 'x', creator_id: 'ann' }, { item_id: 'y', creator_id: 'bob' }]);
 * cfViability(data).structure; // => 'permutation'
 * ```
 */
export function fromOwnership(
  items: RealTable,
  options: Omit<RealDataOptions, 'items'> = {},
): RealInteractions {
  return open({ items: inputOf(items) }, options);
}

function open(table: Inputs, options: RealDataOptions): RealInteractions {
  const { users, items, ...rest } = options;
  const config = realConfig.parse(rest);
  const inputs: Inputs = {
    ...(users === undefined ? {} : { users: inputOf(users) }),
    ...(items === undefined ? {} : { items: inputOf(items) }),
    ...table,
  };
  const tables = openTables(realInteractionsDataset, config, inputs);
  return {
    config,
    inputs,
    dataset: realInteractionsDataset,
    truth: undefined,
    tables: tables.specs,
    rows: (name, selection) => tables.rows(name, selection),
    batches: (name, selection) => tables.batches(name, selection),
    describe: () => tables.describe(),
    matrix: () => tables.model.matrix,
    events: (eventOptions) => eventTable(tables.model.source, eventOptions),
  };
}
