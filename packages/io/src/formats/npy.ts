import type { TableSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import { z } from 'zod';
import type { IoErrorCode } from '../errors/codes';
import type { OutputFile, OutputFormat } from './format';
import { formatOptions } from './format-options';
import { npyColumn } from './numpy/npy-column';
import { NpyColumnEncoder } from './numpy/npy-column-encoder';
import { npyHeader, patchedHeaderBytes } from './numpy/npy-header';

const options = formatOptions('npy', z.strictObject({}));

/**
 * NumPy arrays, one file a column of numbers, booleans, timestamps or vectors: `<table>.<column>.npy`. Nulls are NaN
 * (NaT in timestamps): columns of integers or booleans that may have nulls are float64. Texts, lists and JSON values
 * have no file.
 */
export const npy: OutputFormat = {
  name: 'npy',
  description: 'one NumPy array a column of numbers or vectors',
  files(tables, context) {
    options.parse(context.options ?? {});
    const files = tables.flatMap(columnFiles);
    if (files.length > 0) return files;
    throw new SynthError<IoErrorCode>({
      code: 'FORMAT_UNSUITED',
      message: 'npy needs columns of numbers or vectors, and the tables have none',
      field: 'format',
      value: 'npy',
      allowed: 'with a table of numbers or vectors',
      remedy: 'choose other tables, or leave npy out',
    });
  },
};

function columnFiles(table: TableSpec): OutputFile[] {
  return table.columns.flatMap((spec) => {
    const column = npyColumn(spec);
    if (column === undefined) return [];
    return {
      path: `${table.name}.${spec.name}.npy`,
      tables: [table.name],
      splittable: true,
      encoder: () => new NpyColumnEncoder(table.name, spec.name, column),
      assembler: () => {
        let rows = 0;
        // The width of vectors whose spec has none is that of the first.
        let width = column.width;
        const header = (): Uint8Array =>
          npyHeader(column.descr, column.isVector ? [rows, width ?? 0] : [rows], patchedHeaderBytes);
        return {
          start: header,
          append: (chunk) => {
            rows += chunk.rows;
            width ??= (chunk.meta as { width: number } | undefined)?.width;
            return [chunk.bytes];
          },
          end: () => ({ patches: [{ offset: 0, bytes: header() }] }),
        };
      },
    };
  });
}
