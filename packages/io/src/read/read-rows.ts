import type { ColumnMapping } from './column-mapping';
import { csvRows } from './csv-rows';
import type { InputRow } from './input-row';
import { jsonlRows } from './jsonl-rows';
import { defaultMaxLineBytes, lineBytes } from './line-bytes';

/** How a table is read. */
export interface ReadOptions {
  /** Default: by the extension (`.csv`, `.tsv`, `.jsonl`, `.ndjson`, `.gz` aside), else by the first character. */
  readonly format?: 'csv' | 'jsonl';
  /** Between CSV fields. Default: a tab where the extension is `.tsv`, else a comma. */
  readonly delimiter?: string;
  /** The longest line, and the longest CSV record, that is taken. Default 16 MiB. */
  readonly maxLineBytes?: number;
  /** Columns to rename, parse or insist on. Others pass as they are. */
  readonly columns?: ColumnMapping;
}

/**
 * The rows of a CSV or JSON Lines file, streaming: gzip by content, UTF-8 with or without a byte order mark, any line
 * break. CSV values are texts, byte for byte; JSON values are what they are.
 *
 * @throws SynthError `INPUT_UNREADABLE`, `INPUT_EMPTY`, `INPUT_TRUNCATED`, `INPUT_LINE_TOO_LONG`, `INPUT_SYNTAX`,
 *   `INPUT_COLUMN_MISSING`, `INPUT_VALUE`
 */
export async function* readRows(path: string, options: ReadOptions = {}): AsyncGenerator<InputRow> {
  for await (const rows of readRowBatches(path, options)) for (const row of rows) yield row;
}

/**
 * As {@link readRows}, some rows at a time: several times as fast where there are millions.
 *
 * @throws SynthError as {@link readRows}, after the rows before the error
 * @example
 * ```ts
 * import { mkdtemp, writeFile } from 'node:fs/promises';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 *
 * const path = join(await mkdtemp(join(tmpdir(), 'rows-')), 'taken.csv');
 * await writeFile(path, 'user_id,item_id\nann,tea\nbob,milk\n');
 * let rows = 0;
 * for await (const batch of readRowBatches(path)) rows += batch.length;
 * rows; // => 2
 * ```
 */
export async function* readRowBatches(
  path: string,
  options: ReadOptions = {},
): AsyncGenerator<readonly InputRow[]> {
  const { maxLineBytes = defaultMaxLineBytes, columns = {} } = options;
  const extension = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const format = options.format ?? formatOf[extension] ?? (await sniffed(path, maxLineBytes));
  const delimiter = options.delimiter ?? (extension === 'tsv' ? '\t' : ',');
  yield* format === 'csv'
    ? csvRows(path, { delimiter, maxLineBytes, columns })
    : jsonlRows(path, { maxLineBytes, columns });
}

const formatOf: Readonly<Record<string, 'csv' | 'jsonl'>> = {
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

async function sniffed(path: string, maxLineBytes: number): Promise<'csv' | 'jsonl'> {
  for await (const { bytes } of lineBytes(path, maxLineBytes)) {
    const text = bytes.toString('latin1').trimStart();
    if (text !== '') return text.startsWith('{') ? 'jsonl' : 'csv';
  }
  return 'csv';
}
