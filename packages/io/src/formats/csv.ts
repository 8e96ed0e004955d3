import { z } from 'zod';
import type { OutputFormat } from './format';
import { formatOptions } from './format-options';
import { csvStyle } from './text/csv-style';
import { textFile } from './text/text-file';
import { TextRows } from './text/text-rows';

const optionsSchema = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']).default(',').describe('Between fields'),
  null: z
    .string()
    .regex(/^[^",;|\t\r\n]*$/, 'a text without quotation marks, delimiters and line breaks')
    .default('')
    .describe('What stands for a missing value, unquoted; an equal text is quoted'),
});

/** The options of the `csv` format. */
export type CsvOptions = z.input<typeof optionsSchema>;

const options = formatOptions('csv', optionsSchema);

/**
 * Comma-separated values by RFC 4180 with `\n`: a header, UTF-8, fields quoted where they must be. A null is an empty
 * field, an empty text is `""`; timestamps are ISO 8601, lists, vectors and JSON are JSON text; NaN and infinities are
 * nulls. A lone surrogate becomes U+FFFD.
 */
export const csv: OutputFormat = {
  name: 'csv',
  description: 'comma-separated values with a header',
  files: (tables, context) => {
    const { delimiter, null: nullText } = options.parse(context.options ?? {});
    return tables.map((table) => {
      const style = csvStyle({ delimiter, nullText, single: table.columns.length === 1 });
      const header = `${table.columns.map(({ name }) => style.text(name)).join(delimiter)}\n`;
      return textFile({
        table,
        path: `${table.name}.csv`,
        header,
        encoder: () => new TextRows(table, style),
      });
    });
  },
};
