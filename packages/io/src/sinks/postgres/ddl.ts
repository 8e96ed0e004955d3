import type { ColumnSpec, ColumnType, TableSpec } from '@synth/core';

const types: Readonly<Record<ColumnType, string>> = {
  f64: 'double precision',
  f32: 'real',
  i32: 'integer',
  u32: 'bigint',
  bool: 'boolean',
  timestamp: 'timestamptz',
  string: 'text',
  dictionary: 'text',
  list: 'jsonb',
  vector: 'jsonb',
  json: 'jsonb',
};

/** A name as SQL has it, whatever it holds. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table's name, with its schema where there is one. */
export const qualified = (table: string, schema: string | undefined): string =>
  schema === undefined ? quoted(table) : `${quoted(schema)}.${quoted(table)}`;

/** The statement that makes a table for a spec, where it is not there. */
export function createTable(name: string, { columns, key }: TableSpec): string {
  const lines = columns.map(columnLine);
  if (key.length > 0) lines.push(`primary key (${key.map(quoted).join(', ')})`);
  return `create table if not exists ${name} (${lines.join(', ')})`;
}

const columnLine = ({ name, type, nullable = false }: ColumnSpec): string =>
  `${quoted(name)} ${types[type]}${nullable ? '' : ' not null'}`;

/** The last of a staging table's rows for each key: a temporary table that was only copied into keeps their order. */
export function lastRows(staging: string, { key }: TableSpec): string {
  const keys = key.map(quoted).join(', ');
  return `(select distinct on (${keys}) * from ${staging} order by ${keys}, ctid desc) synth_last`;
}

/** The statement that moves the rows of a staging table over, by the key. */
export function mergeInto(
  name: string,
  staging: string,
  { columns, key }: TableSpec,
  onConflict: 'update' | 'skip',
): string {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const others = columns.filter((column) => !key.includes(column.name)).map((column) => quoted(column.name));
  const action =
    onConflict === 'skip' || others.length === 0
      ? 'do nothing'
      : `do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`;
  return `insert into ${name} (${names}) select ${names} from ${staging} on conflict (${key.map(quoted).join(', ')}) ${action}`;
}
