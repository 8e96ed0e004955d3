import { z } from 'zod';
import type { OutputFormat } from './format';
import { formatOptions } from './format-options';
import { codecNames, codecOf } from './parquet/codec';
import { columnShape } from './parquet/column-shape';
import { ParquetAssembler } from './parquet/parquet-assembler';
import { RowGroupEncoder } from './parquet/row-group-encoder';

const optionsSchema = z.strictObject({
  codec: z
    .enum(codecNames)
    .default('snappy')
    .describe(
      'Compression; zstd needs Node 22.15 or newer, and its bytes may differ between versions of Node',
    ),
});

/** The options of the `parquet` format. */
export type ParquetOptions = z.input<typeof optionsSchema>;

const options = formatOptions('parquet', optionsSchema);

/**
 * Apache Parquet: a row group a block (of at most 262,144 rows), with dictionaries where texts repeat, bounds and
 * counts of nulls. Texts are STRING, timestamps TIMESTAMP (milliseconds, UTC), lists and vectors LIST, JSON values JSON.
 */
export const parquet: OutputFormat = {
  name: 'parquet',
  description: 'Apache Parquet, compressed by snappy',
  files(tables, context) {
    const { codec } = options.parse(context.options ?? {});
    const { id } = codecOf(codec);
    return tables.map((table) => {
      const shapes = table.columns.map(columnShape);
      return {
        path: `${table.name}.parquet`,
        tables: [table.name],
        splittable: true,
        encoder: () => new RowGroupEncoder(table, shapes, codecOf(codec)),
        assembler: () => new ParquetAssembler(shapes, id),
      };
    });
  },
};
