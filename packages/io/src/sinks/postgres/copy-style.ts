import { csvStyle } from '../../formats/text/csv-style';
import type { TextStyle } from '../../formats/text/text-style';

const csv = csvStyle({ delimiter: ',', nullText: '', single: false });

/**
 * Cells of `COPY ... (FORMAT csv)`: CSV whose nulls are empty fields, also alone on a line. A field `\.` would end the
 * data, so it is quoted. U+0000, which no text of PostgreSQL holds, is left to the server to refuse.
 */
export const copyStyle: TextStyle = {
  ...csv,
  special: (value) => value === '\\.' || csv.special(value),
  text: (value) => (value === '\\.' ? '"\\."' : csv.text(value)),
};
