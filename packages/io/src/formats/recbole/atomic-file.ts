import type { Batch, TableSpec } from '@synth/core';
import type { BlockEncoder, OutputFile } from '../format';
import { csvStyle } from '../text/csv-style';
import { textFile } from '../text/text-file';
import { TextRows } from '../text/text-rows';
import type { AtomicColumn } from './atomic-columns';
import { atomicBatch } from './atomic-columns';

/** A table as an atomic file: tabs between fields, and the type of each in the header. */
export function atomicFile(table: TableSpec, path: string, columns: readonly AtomicColumn[]): OutputFile {
  const style = csvStyle({ delimiter: '\t', nullText: '', single: columns.length === 1 });
  const header = `${columns.map(({ name, feature }) => `${name}:${feature}`).join('\t')}\n`;
  // Batches bring the types of their columns.
  const converted: TableSpec = {
    ...table,
    columns: columns.map(({ name }) => ({ name, type: 'string', description: name })),
  };
  const encoder = (): BlockEncoder => {
    const rows = new TextRows(converted, style);
    return {
      encode: (batch: Batch) => rows.encode(atomicBatch(batch, columns)),
      finish: () => rows.finish(),
    };
  };
  // RecBole reads a table from one file.
  return { ...textFile({ table, path, header, encoder }), splittable: false };
}
