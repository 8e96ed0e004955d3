import type { ColumnSpec, JsonValue, TableSpec } from '@synth/core';
import type { Manifest } from '../manifest/manifest';
import type { ReadingCode } from './how-to-read';
import { howToRead } from './how-to-read';

const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');

const cellText = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What a run's data is, for somebody who has never heard of it: `card.md`. */
export function cardText(manifest: Manifest, tables: readonly TableSpec[], notes: readonly string[]): string {
  const { reproducible } = manifest;
  const { dataset } = reproducible;
  const rows = new Map(reproducible.tables.map((table) => [table.name, table.rows]));
  return [
    `# ${dataset.name}: synthetic data`,
    '',
    `${sentence(dataset.description)} Made by a simulator, from the seed \`${reproducible.seed}\`; ${origin(manifest)}`,
    '',
    '## What it is good for, and what not',
    '',
    ...notes.map((note) => `- ${note}`),
    '- Tables marked as truth hold what the generator planted: compare with them, do not train on them.',
    '',
    '## Tables',
    '',
    ...tables.flatMap((table) => tableLines(table, rows.get(table.name) ?? 0)),
    ...figures(reproducible.describe),
    '## How to read it',
    '',
    ...reading(manifest, tables),
    '## Files',
    '',
    '| file | rows | bytes |',
    '| --- | ---: | ---: |',
    ...reproducible.files.map(
      (file) => `| ${cellText(file.path)} | ${grouped(file.rows)} | ${grouped(file.bytes)} |`,
    ),
    '',
    '`manifest.json` holds the whole configuration and the SHA-256 of each file.',
    '',
    '## Licence',
    '',
    licence(manifest),
    '',
    '## How to make it again',
    '',
    ...again(manifest),
    '',
  ].join('\n');
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? '' : '.'}`;
}

function origin({ reproducible }: Manifest): string {
  const names = Object.entries(reproducible.inputs).map(
    ([name, input]) => `${name} from ${input.source ?? 'a table in memory'} (${grouped(input.rows)} rows)`,
  );
  return names.length === 0 ? 'nothing was read.' : `${names.join(', ')}.`;
}

function tableLines(table: TableSpec, rows: number): readonly string[] {
  const facts = [
    `${grouped(rows)} rows`,
    ...(table.key.length === 0 ? [] : [`key ${table.key.join(', ')}`]),
    ...(table.truth === true ? ['truth'] : []),
  ];
  return [
    `### ${table.name}`,
    '',
    `${sentence(table.description)} ${sentence(facts.join('; '))}`,
    '',
    '| column | type | meaning |',
    '| --- | --- | --- |',
    ...table.columns.map(
      (column) => `| ${cellText(column.name)} | ${typeText(column)} | ${cellText(meaning(column))} |`,
    ),
    '',
  ];
}

function typeText(column: ColumnSpec): string {
  const type =
    column.type === 'dictionary'
      ? 'text'
      : column.type === 'string'
        ? 'text'
        : column.type === 'list'
          ? `list of ${column.items ?? 'json'}`
          : column.type === 'vector'
            ? `vector of ${column.width ?? '?'}`
            : column.type;
  return column.nullable === true ? `${type} or null` : type;
}

const meaning = ({ description, unit }: ColumnSpec): string =>
  unit === undefined ? description : `${description} (${unit})`;

function figures(describe: Readonly<Record<string, JsonValue>>): readonly string[] {
  const entries = Object.entries(describe).filter(([name]) => name !== 'rows');
  if (entries.length === 0) return [];
  return [
    '## Figures',
    '',
    '| figure | value |',
    '| --- | --- |',
    ...entries.map(([name, value]) => `| ${name.replaceAll('_', ' ')} | ${cellText(valueText(value))} |`),
    '',
  ];
}

const valueText = (value: JsonValue): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .map(([key, item]) => `${key}: ${JSON.stringify(item)}`)
        .join(', ')
    : JSON.stringify(value);

/** One line a table and language, from the first file that can be read as a table. */
function reading({ reproducible }: Manifest, tables: readonly TableSpec[]): readonly string[] {
  const lines = tables.flatMap((table) => {
    const codes = reproducible.files
      .filter((file) => file.tables.length === 1 && file.tables[0] === table.name)
      .map((file) => howToRead(file, table));
    return codes.find((code): code is ReadingCode => code !== undefined) ?? [];
  });
  if (lines.length === 0) return ['Each file says its format in the table below.', ''];
  const pandas = lines.map((line) => line.pandas);
  const typescript = lines.map((line) => line.typescript);
  const uses = (text: string): boolean => [...pandas, ...typescript].some((line) => line.includes(text));
  return [
    '```python',
    ...(uses('glob(') ? ['from glob import glob'] : []),
    'import pandas as pd',
    ...pandas,
    '```',
    '',
    '```sql',
    '-- DuckDB',
    ...lines.map((line) => line.duckdb),
    '```',
    '',
    '```ts',
    ...(uses('readRows(') ? ["import { readRows } from '@synth/io/read';"] : []),
    ...(uses('parquetReadObjects(')
      ? ["import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';"]
      : []),
    ...typescript,
    '```',
    '',
  ];
}

function licence({ reproducible }: Manifest): string {
  const sources = Object.values(reproducible.inputs).map((input) => input.source ?? 'the input tables');
  const made = 'The rows are made up: use them as CC0 1.0, without conditions and without warranty.';
  return sources.length === 0
    ? made
    : `${made} What was copied from ${[...new Set(sources)].join(', ')} keeps its own licence.`;
}

function again({ reproducible }: Manifest): readonly string[] {
  const { dataset, packages, inputs, formats, parts, order, tables, plan } = reproducible;
  const version = packages['@synth/io'] ?? 'latest';
  const options = [
    ...Object.entries(inputs).map(([name, input]) => `--${name} ${input.source ?? `${name}.csv`}`),
    `--format ${formats.map((format) => format.name).join(',')}`,
    `--tables ${tables.map((table) => table.name).join(',')}`,
    ...(parts === undefined ? [] : [`--parts ${parts}`]),
    ...(order === undefined ? [] : [`--order ${order}`]),
  ];
  return [
    'Save `reproducible.config` of `manifest.json` as `config.json`, then:',
    '',
    '```',
    `npx @synth/cli@${version} simulate ${dataset.name} --config config.json ${options.join(' ')} --out again`,
    '```',
    '',
    `The same versions give the same bytes, whatever the number of workers. Plan: ${plan.stages
      .map((stage) => `${grouped(stage.entities)} ${stage.name}`)
      .join(', ')}; dataset version ${dataset.version}.`,
  ];
}
