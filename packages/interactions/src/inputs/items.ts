import type { InputTable } from '@synth/core';
import { SynthError } from '@synth/core';
import type { InteractionsConfig } from '../config/schema';
import type { InteractionsErrorCode } from '../errors';
import { columnNames, findColumn, idsOf, isBlank, nonNegative } from './columns';

/** The group of an item whose genre is missing. */
export const unknownGenre = 'unknown';

/** Items as a caller's table says. What a table does not say is undefined; NaN is a value missing in some rows. */
export interface ItemTable {
  readonly ids: readonly string[];
  readonly creators: readonly (string | undefined)[] | undefined;
  readonly genres: readonly string[] | undefined;
  /** Days before the end of the window at which each item came to be. */
  readonly ageDays: Float64Array | undefined;
  readonly scores: Float64Array | undefined;
  /** Columns that mean nothing here and pass through, in order. */
  readonly passing: readonly { readonly name: string; readonly values: readonly (string | undefined)[] }[];
}

const msPerDay = 86_400_000;

/**
 * Reads an items table: ids byte for byte, creators, genres, ages and scores by their usual names or those of
 * `itemColumns`.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_DUPLICATE`, `INPUT_VALUE`
 */
export function itemTable(table: InputTable, config: InteractionsConfig): ItemTable {
  if (table.rows.length === 0) throw emptyTable(table, 'items');
  const names = columnNames(table);
  const { itemColumns } = config;
  const id = findColumn(table, names, {
    named: itemColumns.id,
    usual: ['item_id', 'song_id', 'product_id', 'id'],
    flag: '--item-id',
    what: 'the item id',
    required: true,
  })!;
  const creator = findColumn(table, names, {
    named: itemColumns.creator,
    usual: ['creator_id', 'user_id'],
    flag: '--creator',
    what: 'the creator',
  });
  const genre = findColumn(table, names, {
    named: itemColumns.genre,
    usual: ['genre', 'category'],
    flag: '--genre',
    what: 'the genre',
  });
  const age = findColumn(table, names, {
    named: itemColumns.ageDays,
    usual: ['days_since_creation', 'created_at_ms'],
    flag: '--age-days',
    what: 'the age in days',
  });
  const score = findColumn(table, names, {
    named: itemColumns.score,
    usual: ['popularity_score'],
    flag: '--score',
    what: 'the popularity score',
  });
  const used = new Set([id, creator, genre, age, score]);
  const windowEnd = Date.parse(config.start) + config.days * msPerDay;

  return {
    ids: idsOf(table, id),
    creators: creator === undefined ? undefined : texts(table, creator),
    genres: genre === undefined ? undefined : texts(table, genre).map((text) => text ?? unknownGenre),
    ageDays: age === undefined ? undefined : ages(table, age, windowEnd),
    scores:
      score === undefined
        ? undefined
        : Float64Array.from(table.rows, (row, index) => nonNegative(table, index, row, score)),
    passing: names
      .filter((name) => !used.has(name))
      .map((name) => ({ name: passingName(name), values: texts(table, name) })),
  };
}

/** Names that the items table gives a meaning of its own are kept apart. */
const ownNames = new Set(['item_id', 'creator_id', 'genre', 'days_since_creation', 'popularity_score']);
const passingName = (name: string): string => (ownNames.has(name) ? `input_${name}` : name);

const texts = (table: InputTable, column: string): (string | undefined)[] =>
  table.rows.map((row) => {
    const value = row[column];
    if (isBlank(value)) return undefined;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });

/** Ages in days; a column of moments (`..._ms`) is turned into days before the window's end. NaN where blank. */
function ages(table: InputTable, column: string, windowEnd: number): Float64Array {
  const isMoment = column.endsWith('_ms');
  return Float64Array.from(table.rows, (row, index) => {
    if (isBlank(row[column])) return Number.NaN;
    const value = nonNegative(table, index, row, column);
    return isMoment ? (windowEnd - value) / msPerDay : value;
  });
}

/** An input table without rows. */
export const emptyTable = (table: InputTable, name: string): SynthError<InteractionsErrorCode> =>
  new SynthError({
    code: 'INPUT_EMPTY',
    message: `${table.source ?? name} has no rows`,
    field: name,
    allowed: 'at least one row',
    remedy: 'give a file with data, or a count',
  });
