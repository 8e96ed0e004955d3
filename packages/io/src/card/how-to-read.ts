import type { TableSpec } from '@synth/core';
import type { ManifestFile } from '../manifest/manifest';

/** A line of code that reads a table, by language. */
export interface ReadingCode {
  readonly pandas: string;
  readonly duckdb: string;
  readonly typescript: string;
}

const quotedList = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** How to read a table from its file, or from its parts; undefined for formats that are not tables. */
export function howToRead(file: ManifestFile, table: TableSpec): ReadingCode | undefined {
  const path = file.path.replace(/\/part-\d+-of-\d+/, '/part-*');
  const variable = table.name.replaceAll(/\W/g, '_');
  const sql = `SELECT * FROM '${path}';`;
  const rows = `for await (const { row } of readRows('${file.path}')) console.log(row);`;
  const frame = (call: string, options: string): string =>
    path === file.path
      ? `${variable} = pd.${call}('${path}'${options})`
      : `${variable} = pd.concat(pd.${call}(part${options}) for part in sorted(glob('${path}')))`;

  const plain = path.replace(/\.gz$/, '');
  if (plain.endsWith('.csv')) {
    return { pandas: frame('read_csv', csvOptions(table)), duckdb: sql, typescript: rows };
  }
  if (plain.endsWith('.jsonl')) {
    return { pandas: frame('read_json', `, lines=True${jsonOptions(table)}`), duckdb: sql, typescript: rows };
  }
  if (plain.endsWith('.parquet')) {
    const folder = path === file.path ? path : path.replace(/\/part-.*$/, '');
    return {
      pandas: `${variable} = pd.read_parquet('${folder}')`,
      duckdb: sql,
      typescript: `const ${variable} = await parquetReadObjects({ file: await asyncBufferFromFile('${file.path}') });`,
    };
  }
  return undefined;
}

const namesOf = (table: TableSpec, ...types: string[]): readonly string[] =>
  table.columns.filter((column) => types.includes(column.type)).map((column) => column.name);

/** Ids stay texts, whatever they look like; times become times. */
function csvOptions(table: TableSpec): string {
  const texts = namesOf(table, 'string', 'dictionary');
  const times = namesOf(table, 'timestamp');
  return (
    (texts.length === 0 ? '' : `, dtype={${texts.map((name) => `'${name}': str`).join(', ')}}`) +
    (times.length === 0 ? '' : `, parse_dates=[${quotedList(times)}]`)
  );
}

function jsonOptions(table: TableSpec): string {
  const texts = namesOf(table, 'string', 'dictionary');
  const times = namesOf(table, 'timestamp');
  return (
    (texts.length === 0 ? '' : `, dtype={${texts.map((name) => `'${name}': str`).join(', ')}}`) +
    (times.length === 0 ? '' : `, convert_dates=[${quotedList(times)}]`)
  );
}
