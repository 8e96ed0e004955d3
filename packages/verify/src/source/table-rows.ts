import { open, stat } from 'node:fs/promises';
import type { AsyncBuffer, ColumnData, FileMetaData, SchemaTree } from 'hyparquet/src/index.js';
// The library's entry for Node brings a reader of files that is not needed here.
import { parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet/src/index.js';
import type { Row } from '@synth/core';
import type { ColumnMapping } from '@synth/io/read';
import { readRowBatches } from '@synth/io/read';
import { SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';

/** A row and where it stands, for messages. */
export interface PlacedRow {
  readonly row: Row;
  readonly where: string;
}

/** Some rows of a table, and where each stands, for messages. */
export interface PlacedRows {
  readonly rows: readonly Row[];
  readonly where: (index: number) => string;
}

/** The formats that can be read, the one that is read most surely first. */
export const readableFormats: readonly string[] = ['csv', 'csv.gz', 'jsonl', 'jsonl.gz', 'parquet'];

/**
 * The rows of a CSV, JSON Lines or Parquet file, streaming, many at a time.
 *
 * @throws SynthError `SOURCE_UNREADABLE` for Parquet that is none, `INPUT_COLUMN_MISSING`; else as `readRows` of io
 */
export async function* tableRowBatches(
  path: string,
  columns: ColumnMapping = {},
): AsyncGenerator<PlacedRows> {
  if (path.endsWith('.parquet')) {
    yield* parquetRows(path, columns);
    return;
  }
  for await (const batch of readRowBatches(path, { columns }))
    yield { rows: batch.map(({ row }) => row), where: (index) => `in line ${batch[index]!.line}` };
}

/** As {@link tableRowBatches}, one at a time. */
export async function* tableRows(path: string, columns: ColumnMapping = {}): AsyncGenerator<PlacedRow> {
  for await (const { rows, where } of tableRowBatches(path, columns))
    for (const [index, row] of rows.entries()) yield { row, where: where(index) };
}

async function* parquetRows(path: string, columns: ColumnMapping): AsyncGenerator<PlacedRows> {
  let rowStart = 0;
  const mapped = Object.keys(columns).length > 0;
  try {
    const file = await bufferOf(path);
    const metadata = await parquetMetadataAsync(file);
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      const values = await columnsOf(file, metadata, rowStart, rowEnd);
      for (let from = rowStart; from < rowEnd; from += rowsAtOnce) {
        const rows = rowsOf(values, from - rowStart, Math.min(from + rowsAtOnce, rowEnd) - rowStart);
        yield {
          rows: mapped ? rows.map((row) => renamed(path, row, columns)) : rows,
          where: (index) => `in row ${from + index + 1}`,
        };
      }
      rowStart = rowEnd;
    }
  } catch (cause) {
    if (cause instanceof SynthError) throw cause;
    throw notParquet(path, cause);
  }
}

const notParquet = (path: string, cause: unknown): SynthError<VerifyErrorCode> =>
  new SynthError({
    code: 'SOURCE_UNREADABLE',
    message: `${path} cannot be read as Parquet`,
    field: 'path',
    value: path,
    cause,
  });

/**
 * The columns of a Parquet file, without its rows; those of objects as `a.b`.
 *
 * @throws SynthError `SOURCE_UNREADABLE`
 */
export async function parquetColumns(path: string): Promise<string[]> {
  try {
    return columnsUnder(parquetSchema(await parquetMetadataAsync(await bufferOf(path))), '');
  } catch (cause) {
    throw notParquet(path, cause);
  }
}

/** Lists and maps are one column. */
const columnsUnder = ({ children }: SchemaTree, before: string): string[] =>
  children.flatMap((child) => {
    const name = `${before}${child.element.name}`;
    const isObject = child.children.length > 0 && child.element.converted_type === undefined;
    return isObject ? columnsUnder(child, `${name}.`) : [name];
  });

/** Rows are made of columns when it is their turn: few are in memory at a time. */
const rowsAtOnce = 4096;

/** The values of each column of a row group. */
async function columnsOf(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<ReadonlyMap<string, ArrayLike<unknown>>> {
  const chunks = new Map<string, ColumnData[]>(
    parquetSchema(metadata).children.map(({ element }) => [element.name, []]),
  );
  const onChunk = (chunk: ColumnData): void => void chunks.get(chunk.columnName)?.push(chunk);
  await parquetRead({ file, metadata, rowStart, rowEnd, onChunk });
  return new Map(
    Array.from(chunks, ([name, parts]) => {
      const [only, ...more] = parts;
      if (only?.rowStart === rowStart && more.length === 0) return [name, only.columnData];
      const values: unknown[] = [];
      for (const part of parts)
        for (let k = 0; k < part.columnData.length; k++)
          values[part.rowStart - rowStart + k] = part.columnData[k];
      return [name, values];
    }),
  );
}

function rowsOf(columns: ReadonlyMap<string, ArrayLike<unknown>>, start: number, end: number): Row[] {
  const names = Array.from(columns.keys());
  const values = Array.from(columns.values());
  return Array.from({ length: end - start }, (_, index) => {
    const row: Row = {};
    for (let column = 0; column < names.length; column++)
      row[names[column]!] = values[column]![start + index];
    return row;
  });
}

/** Ranges of a file, each read when it is asked for. */
async function bufferOf(path: string): Promise<AsyncBuffer> {
  const { size: byteLength } = await stat(path);
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const bytes = new Uint8Array(end - start);
      const file = await open(path);
      try {
        await file.read(bytes, 0, bytes.length, start);
      } finally {
        await file.close();
      }
      return bytes.buffer;
    },
  };
}

function renamed(path: string, row: Row, columns: ColumnMapping): Row {
  const mapped: Row = { ...row };
  for (const [name, source] of Object.entries(columns)) {
    const { from = name, optional = false } = typeof source === 'string' ? { from: source } : source;
    const names = typeof from === 'string' ? [from] : from;
    const found = names.find((candidate) => candidate in row);
    if (found !== undefined) mapped[name] = plain(row[found]);
    else if (!optional) {
      throw new SynthError({
        code: 'INPUT_COLUMN_MISSING',
        message: `${path}: no column for ${name} (found: ${Object.keys(row).join(', ')})`,
        field: name,
        allowed: names.join(', '),
        remedy: 'name the column of the file that holds it',
      });
    }
  }
  return mapped;
}

/** Parquet's 64-bit integers, as numbers where nothing is lost. */
const plain = (value: unknown): unknown =>
  typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
