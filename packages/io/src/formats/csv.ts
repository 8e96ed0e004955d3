import type { TableSpec } from '@synth/core';
import { z } from 'zod';
import type { OutputFormat } from './format';
import { formatOptions } from './format-options';
import { textFile } from './text/text-file';
import { TextRows } from './text/text-rows';
import type { TextStyle } from './text/text-style';

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
      const style = csvStyle(delimiter, nullText, table.columns.length === 1);
      return textFile(table, 'csv', () => new TextRows(table, style), header(table, style, delimiter));
    });
  },
};

function header(table: TableSpec, style: TextStyle, delimiter: string): string {
  return `${table.columns.map(({ name }) => style.text(name)).join(delimiter)}\n`;
}

/**
 * @param single whether it is the row's only field: a blank line would be no row to most readers, so that an empty
 *   null is written `""`
 */
function csvStyle(delimiter: string, nullText: string, single: boolean): TextStyle {
  const plain = new Uint8Array(128).fill(1);
  for (const special of ['"', '\r', '\n', delimiter]) plain[special.charCodeAt(0)] = 0;
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  const special = (value: string): boolean => value === '' || value === nullText;
  const text = (value: string): string =>
    special(value) || /["\r\n]/.test(value) || value.includes(delimiter) ? quoted(value) : value;
  return {
    before: (_name, index) => (index === 0 ? '' : delimiter),
    rowEnd: '\n',
    null: single && nullText === '' ? '""' : nullText,
    textQuote: '',
    timestampQuote: '',
    plain,
    special,
    text,
    json: text,
  };
}
