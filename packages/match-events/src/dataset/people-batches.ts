import type { Batch, Block, Column, ColumnSpec, Row, Streams, TableSpec } from '@synth/core';
import type { MatchConfig } from '../config/schema';
import type { Selection } from '../invent/selection';
import { datingEffects } from '../outcomes/dating-effects';
import type { People } from '../people/people';

/** The rows of a block of `count` entities. */
export const rowsOfBlock = ({ start, end }: Block, count: number): Selection => ({
  count,
  size: end - start,
  of: (row) => start + row,
});

/** A batch of rows that are objects. */
export function batchOfRows(spec: TableSpec, rows: readonly Row[]): Batch {
  const columns = spec.columns.map((column): [string, Column] => [
    column.name,
    columnOfRows(
      column,
      rows.map((row) => row[column.name]),
    ),
  ]);
  return { table: spec.name, rows: rows.length, columns: Object.fromEntries(columns) };
}

function columnOfRows(spec: ColumnSpec, values: readonly unknown[]): Column {
  const valid =
    spec.nullable === true ? { valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)) } : {};
  if (spec.type === 'f64') return { type: 'f64', values: Float64Array.from(values as number[]), ...valid };
  if (spec.type === 'i32') return { type: 'i32', values: Int32Array.from(values as number[]), ...valid };
  if (spec.type === 'list') {
    const lists = values as readonly (readonly string[])[];
    const offsets = new Int32Array(lists.length + 1);
    lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
    return { type: 'list', values: { type: 'string', values: lists.flat() }, offsets };
  }
  if (spec.type === 'json') return { type: 'json', values };
  return { type: 'string', values: (values as (string | null)[]).map((text) => text ?? ''), ...valid };
}

/** What was planted in a block of travellers or groups. */
export function effectsBatch(
  table: string,
  config: MatchConfig,
  kind: 'travellers' | 'groups',
  selection: Selection,
  ids: readonly string[],
  streams: Streams,
): Batch {
  const { giver, receiver, side } = datingEffects(config.dating, kind, selection, streams);
  const idColumn: Column = { type: 'string', values: ids };
  if (kind === 'groups') {
    return {
      table,
      rows: ids.length,
      columns: { group_id: idColumn, receiver: { type: 'f64', values: receiver } },
    };
  }
  return {
    table,
    rows: ids.length,
    columns: {
      user_id: idColumn,
      side: { type: 'dictionary', values: Int32Array.from(side), dictionary: sides },
      giver: { type: 'f64', values: giver },
      receiver: { type: 'f64', values: receiver },
    },
  };
}

/** The choosier half of the travellers, and the other. */
export const sides: readonly string[] = ['a', 'b'];

/** The ids of a block's travellers or groups. */
export const idsOf = (people: People, kind: 'travellers' | 'groups', selection: Selection): string[] =>
  kind === 'travellers'
    ? people.travellerRows(selection).map((row) => row.user_id)
    : people.groupRows(selection).map((row) => row.group_id);
