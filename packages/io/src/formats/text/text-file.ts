import type { TableSpec } from '@synth/core';
import type { BlockEncoder, OutputFile } from '../format';

/** The file of one table whose chunks stand one after the other behind a header. */
export function textFile(options: {
  readonly table: TableSpec;
  readonly path: string;
  readonly header: string;
  encoder(): BlockEncoder;
}): OutputFile {
  const { table, path, header, encoder } = options;
  return {
    path,
    tables: [table.name],
    splittable: true,
    encoder,
    assembler: () => ({
      start: () => new Uint8Array(Buffer.from(header, 'utf8')),
      append: (chunk) => [chunk.bytes],
      end: () => ({}),
    }),
  };
}
