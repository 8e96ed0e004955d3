import { z } from 'zod';
import type { OutputFormat } from './format';
import { formatOptions } from './format-options';
import { textFile } from './text/text-file';
import { TextRows } from './text/text-rows';
import type { TextStyle } from './text/text-style';

const options = formatOptions('jsonl', z.strictObject({}));

/**
 * JSON Lines: one object a row, keys in the order of the columns, nulls as `null`. Timestamps are ISO 8601 texts; NaN
 * and infinities, which JSON has not, are null. A column `a.b` is member b of an object a: neighbours share one.
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
        encoder: () => new TextRows(table, jsonStyle(table.columns.map((column) => column.name))),
      }),
    );
  },
};

const plain = new Uint8Array(128);
for (let code = 0x20; code < 0x7f; code++) plain[code] = code === 0x22 || code === 0x5c ? 0 : 1;

const jsonStyle = (names: readonly string[]): TextStyle => ({
  before: (name, index) => beforeMember(name, index, names[index - 1]),
  rowEnd: `${parentOf(names.at(-1)) === undefined ? '' : '}'}}\n`,
  null: 'null',
  textQuote: '"',
  timestampQuote: '"',
  plain,
  special: () => false,
  text: (value) => JSON.stringify(value),
  json: (text) => text,
});

/** The object that a column is a member of, if any. */
const parentOf = (name: string | undefined): string | undefined =>
  name?.includes('.') ? name.slice(0, name.indexOf('.')) : undefined;

/** What stands before a value: the ends and beginnings of objects, and the key. */
function beforeMember(name: string, index: number, previous: string | undefined): string {
  const parent = parentOf(name);
  const open = parentOf(previous);
  const key = JSON.stringify(parent === undefined ? name : name.slice(parent.length + 1));
  const start = index === 0 ? '{' : ',';
  if (parent === open) return `${start}${key}:`;
  const ended = `${open === undefined ? '' : '}'}${start}`;
  return parent === undefined ? `${ended}${key}:` : `${ended}${JSON.stringify(parent)}:{${key}:`;
}
