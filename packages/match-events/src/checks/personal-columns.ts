import { keyColumns, knownColumns } from './column-kinds';
import type { DatasetCheck, DatasetParts } from './dataset-check';
import { checkOf, textIn } from './dataset-check';

/** Words of column names that say whom a row is about. */
const telling = new Set(
  'id ids uid uuid guid email mail phone telephone mobile name firstname lastname surname username address ip birthday birthdate clerk user'.split(
    ' ',
  ),
);

const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['e-mail addresses', /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/i],
  ['telephone numbers', /(?<![\w.])(?:\+|00)\d{1,3}[ -]?(?:\(\d{1,4}\)[ -]?)?\d(?:[ -]?\d){6,12}(?!\w)/],
  ['unique ids', /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/i],
  ['account ids', /\b(?:user|usr|clerk)_\w{6,}/i],
];

/** The words of `seekerId`, `user_id`, `E-Mail`. */
const wordsOf = (column: string): readonly string[] =>
  column
    .replace(/e-?mail/gi, ' email ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

/**
 * No ids, names, addresses or telephone numbers: by the words of a column's name, by what values look like, and texts
 * that are nearly all different. The numbers of `seekerKey` and `targetKey` lead back to nobody. Never repeats values.
 */
export function personalColumns({ all, columns }: DatasetParts): DatasetCheck {
  const wrong = columns.flatMap((column) => {
    const values = all.map((row) => textIn(row, column)).filter((text) => text !== '');
    if (knownColumns.has(column) && values.every((text) => Number.isFinite(Number(text)))) return [];
    const looks = patterns.find(([, pattern]) => values.some((text) => pattern.test(text)))?.[0];
    if (looks !== undefined) return [`${column} holds ${looks}`];
    if (knownColumns.has(column))
      return Object.values<string>(keyColumns).includes(column) ? [`${column} holds texts`] : [];
    if (wordsOf(column).some((word) => telling.has(word))) return [`${column} tells persons by its name`];
    const texts = values.filter((text) => !Number.isFinite(Number(text)));
    const different = new Set(texts).size;
    return different > 20 && different > 0.5 * texts.length
      ? [`${column} holds texts that tell rows apart`]
      : [];
  });
  return checkOf('no personal data', wrong, `${columns.length} columns looked through`);
}
