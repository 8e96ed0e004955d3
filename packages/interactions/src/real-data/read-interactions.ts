import type { InputTable } from '@synth/core';
import { columnNames, findColumn, idsOf, isBlank, valueError } from '../inputs/columns';
import { emptyTable } from '../inputs/items';
import type { InteractionPair } from '../matrix/matrix-from-pairs';
import type { RealConfig } from './real-config';

const itemNames = ['item_id', 'song_id', 'product_id', 'track_id', 'id'];

/**
 * The interactions of a table of one row each.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_VALUE`
 */
export function readInteractions(table: InputTable, config: RealConfig): InteractionPair[] {
  if (table.rows.length === 0) throw emptyTable(table, 'interactions');
  const names = columnNames(table);
  const { columns } = config;
  const user = findColumn(table, names, {
    named: columns.user,
    usual: ['user_id', 'user'],
    what: 'the user',
    required: true,
  })!;
  const item = findColumn(table, names, {
    named: columns.item,
    usual: [...itemNames.slice(0, -1), 'item'],
    what: 'the item',
    required: true,
  })!;
  const time = findColumn(table, names, {
    named: columns.timestamp,
    usual: ['timestamp', 'time', 'created_at'],
    what: 'the time',
  });
  return table.rows.map((_, row) => ({
    user_id: idAt(table, row, user),
    item_id: idAt(table, row, item),
    ...(time === undefined ? {} : { timestamp: timeAt(table, row, time, config.timestampUnit) }),
  }));
}

/**
 * The interactions of playlists: a playlist's user, or the playlist itself where it has none, with each of its items.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_VALUE`
 */
export function readPlaylists(table: InputTable): InteractionPair[] {
  if (table.rows.length === 0) throw emptyTable(table, 'playlists');
  const names = columnNames(table);
  const playlist = findColumn(table, names, {
    usual: ['playlist_id'],
    what: 'the playlist',
    required: true,
  })!;
  const items = findColumn(table, names, {
    usual: ['item_ids'],
    what: "the playlist's items",
    required: true,
  })!;
  return table.rows.flatMap((row, index) => {
    const id = idAt(table, index, playlist);
    const owner = isBlank(row['user_id']) ? id : idAt(table, index, 'user_id');
    return itemList(table, index, items).map((item) => ({ user_id: owner, item_id: item }));
  });
}

/** Items with their creators, where they have one. @throws SynthError as {@link readInteractions} */
export function readOwnership(table: InputTable, config: RealConfig): InteractionPair[] {
  if (table.rows.length === 0) throw emptyTable(table, 'items');
  const names = columnNames(table);
  const { columns } = config;
  const item = findColumn(table, names, {
    usual: itemNames,
    what: 'the item id',
    required: true,
    named: columns.item,
  })!;
  const creator = findColumn(table, names, {
    named: columns.user,
    usual: ['creator_id', 'user_id'],
    what: 'the creator',
    required: true,
  })!;
  const created = findColumn(table, names, {
    named: columns.timestamp,
    usual: ['created_at_ms'],
    what: 'the time of creation',
  });
  return table.rows.flatMap((row, index) =>
    isBlank(row[creator])
      ? []
      : {
          user_id: idAt(table, index, creator),
          item_id: idAt(table, index, item),
          ...(created === undefined
            ? {}
            : { timestamp: timeAt(table, index, created, config.timestampUnit) }),
        },
  );
}

/**
 * The ids of a table of users or items, each once.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_DUPLICATE`, `INPUT_VALUE`
 */
export function readIds(table: InputTable, name: 'users' | 'items', named?: string): string[] {
  if (table.rows.length === 0) throw emptyTable(table, name);
  const names = columnNames(table);
  const usual = name === 'users' ? ['user_id', 'id'] : itemNames;
  const what = name === 'users' ? 'the user id' : 'the item id';
  return idsOf(table, findColumn(table, names, { usual, what, required: true, named })!);
}

function idAt(table: InputTable, row: number, column: string): string {
  const value = table.rows[row]![column];
  if (isBlank(value) || (typeof value !== 'string' && typeof value !== 'number')) {
    throw valueError(table, row, column, value, 'an id');
  }
  return String(value);
}

/** A list of ids, also as the text of a JSON array, as a cell of a CSV file holds it. */
function itemList(table: InputTable, row: number, column: string): string[] {
  const value = table.rows[row]![column];
  let list: unknown = value;
  if (typeof value === 'string') {
    try {
      list = JSON.parse(value);
    } catch {
      list = undefined;
    }
  }
  const isId = (one: unknown) => (typeof one === 'string' && one !== '') || typeof one === 'number';
  if (!Array.isArray(list) || !list.every(isId)) throw valueError(table, row, column, value, 'a list of ids');
  return list.map(String);
}

/** Milliseconds since 1970 from a number, a text of one, an ISO 8601 text or a Date. */
function timeAt(table: InputTable, row: number, column: string, unit: RealConfig['timestampUnit']): number {
  const value = table.rows[row]![column];
  if (!isBlank(value)) {
    const number = Number(value instanceof Date ? value.getTime() : value);
    const scale = unit === 's' && !(value instanceof Date) ? 1000 : 1;
    const ms = Number.isNaN(number) && typeof value === 'string' ? Date.parse(value) : number * scale;
    if (Number.isFinite(ms)) return Math.round(ms);
  }
  throw valueError(table, row, column, value, 'a time: a number or ISO 8601');
}
