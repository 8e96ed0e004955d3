import type { Batch, Column, ColumnSpec, Row, TableSpec } from '@synth/core';
import { splitBatch } from '@synth/core';
import type { OutputFile, OutputFormat } from '../src/formats/format';

/** A table of these columns. */
export function tableOf(name: string, columns: Readonly<Record<string, Column>>): TableSpec {
  return {
    name,
    description: `the table ${name}`,
    key: [],
    columns: Object.entries(columns).map(([column, { type, valid }]): ColumnSpec => ({
      name: column,
      type,
      description: column,
      nullable: valid !== undefined,
    })),
  };
}

export const batchOf = (table: string, rows: number, columns: Readonly<Record<string, Column>>): Batch => ({
  table,
  rows,
  columns,
});

/** The bytes of a file that takes its tables' batches of these blocks. */
export function fileOf(
  file: OutputFile,
  blocks: readonly (readonly Batch[])[],
  batchRows = 8192,
): Uint8Array {
  const encoder = file.encoder();
  const assembler = file.assembler();
  const pieces: Uint8Array[] = [assembler.start()];
  const offset = (): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
  for (const block of blocks) {
    const chunks = [
      ...block
        .filter((batch) => file.tables.includes(batch.table))
        .flatMap((batch) => [...splitBatch(batch, batchRows)].flatMap((part) => encoder.encode(part))),
      ...encoder.finish(),
    ];
    for (const chunk of chunks) pieces.push(...assembler.append(chunk, offset()));
  }
  const end = assembler.end(offset());
  pieces.push(...(end.bytes ?? []));
  const whole = new Uint8Array(Buffer.concat(pieces));
  for (const patch of end.patches ?? []) whole.set(patch.bytes, patch.offset);
  return whole;
}

/** The text of the one file that a format makes of one batch. */
export function textOf(
  format: OutputFormat,
  columns: Readonly<Record<string, Column>>,
  rows: number,
  options: Readonly<Record<string, unknown>> = {},
): string {
  const files = format.files([tableOf('t', columns)], { dataset: 'test', expectedRows: {}, options });
  return Buffer.from(fileOf(files[0]!, [[batchOf('t', rows, columns)]])).toString('utf8');
}

/** Numbers from texts, booleans from words: what a reader of CSV would do with the row of a table. */
export const asCsvTexts = (row: Row): (string | null)[] =>
  Object.values(row).map((value) =>
    value === null || value === undefined
      ? null
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value),
  );
