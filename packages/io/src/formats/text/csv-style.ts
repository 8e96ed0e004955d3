import type { TextStyle } from './text-style';

/**
 * Fields by RFC 4180: quoted where they hold the delimiter, a quotation mark or a line break, or are an empty text or
 * one that reads like a null.
 *
 * @param options.single whether a row has one field: a blank line would be no row to most readers, so that an empty
 *   null is written `""`
 */
export function csvStyle(options: {
  readonly delimiter: string;
  readonly nullText: string;
  readonly single: boolean;
}): TextStyle {
  const { delimiter, nullText, single } = options;
  const plain = new Uint8Array(128).fill(1);
  for (const special of ['"', '\r', '\n', delimiter]) plain[special.charCodeAt(0)] = 0;
  const isUnquoted = (value: string): boolean => {
    for (let i = 0; i < value.length; i++) if (plain[value.charCodeAt(i)] === 0) return false;
    return true;
  };
  const special = (value: string): boolean => value === '' || value === nullText;
  const text = (value: string): string =>
    special(value) || !isUnquoted(value) ? `"${value.replaceAll('"', '""')}"` : value;
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
