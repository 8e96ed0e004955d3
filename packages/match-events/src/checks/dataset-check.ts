/** What a check of a training set found. */
export interface DatasetCheck {
  readonly name: string;
  readonly passed: boolean;
  /** Figures, or what is wrong. */
  readonly detail: string;
}

/** A row of a file: texts of CSV, or values of JSON Lines. */
export type CheckedRow = Readonly<Record<string, unknown>>;

/** Both parts, with the columns that they have. */
export interface DatasetParts {
  readonly train: readonly CheckedRow[];
  readonly val: readonly CheckedRow[];
  readonly all: readonly CheckedRow[];
  readonly columns: readonly string[];
}

/** A check by what is wrong: it passes where nothing is. */
export const checkOf = (name: string, wrong: readonly string[], right: string): DatasetCheck => ({
  name,
  passed: wrong.length === 0,
  detail: wrong.length === 0 ? right : wrong.join('; '),
});

/** The number that a field holds, by value or by its digits; NaN where it holds none. */
export function numberIn(row: CheckedRow, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The text of a field; an empty one where it holds nothing. */
export function textIn(row: CheckedRow, column: string): string {
  const value = row[column];
  if (isEmpty(value)) return '';
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
