import { z } from 'zod';
import type { OutputFormat } from './format';
import { formatOptions } from './format-options';
import { textFile } from './text/text-file';
import { TextRows } from './text/text-rows';
import type { TextStyle } from './text/text-style';

const options = formatOptions('jsonl', z.strictObject({}));

/**
 * JSON Lines: one object a row, keys in the order of the columns, nulls as `null`. Timestamps are ISO 8601 texts; NaN
 * and infinities, which JSON has not, are null.
 */
export const jsonl: OutputFormat = {
  name: 'jsonl',
  description: 'one JSON object a line',
  files: (tables, context) => {
    options.parse(context.options ?? {});
    return tables.map((table) =>
      textFile({
        table,
        path: `${table.name}.jsonl`,
        header: '',
        encoder: () => new TextRows(table, jsonStyle),
      }),
    );
  },
};

const plain = new Uint8Array(128);
for (let code = 0x20; code < 0x7f; code++) plain[code] = code === 0x22 || code === 0x5c ? 0 : 1;

const jsonStyle: TextStyle = {
  before: (name, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
  rowEnd: '}\n',
  null: 'null',
  textQuote: '"',
  timestampQuote: '"',
  plain,
  special: () => false,
  text: (value) => JSON.stringify(value),
  json: (text) => text,
};
