import type { Column } from './column';
import { sliceColumn, valueAt } from './column';

/** The rows that a batch holds at most. */
export const maxBatchRows = 8192;

/** Some rows of one table, by columns. Columns stand in the order of the table's spec. */
export interface Batch {
  readonly table: string;
  readonly rows: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** A row as people and JSONL see it. */
export type Row = Record<string, unknown>;

/** Row `index` of a batch as an object. */
export function rowAt(batch: Batch, index: number): Row {
  const row: Row = {};
  for (const name in batch.columns) row[name] = valueAt(batch.columns[name]!, index);
  return row;
}

/** The rows [start, end) of a batch. */
export function sliceBatch(batch: Batch, start: number, end: number): Batch {
  if (start === 0 && end === batch.rows) return batch;
  const columns: Record<string, Column> = {};
  for (const name in batch.columns) columns[name] = sliceColumn(batch.columns[name]!, start, end);
  return { table: batch.table, rows: end - start, columns };
}

/** The same rows in batches of at most `rows`. */
export function* splitBatch(batch: Batch, rows: number = maxBatchRows): Generator<Batch> {
  for (let start = 0; start < batch.rows; start += rows) {
    yield sliceBatch(batch, start, Math.min(batch.rows, start + rows));
  }
}
