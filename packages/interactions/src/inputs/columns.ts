import type { InputTable, Row } from '@synth/core';
import { nearestName, SynthError } from '@synth/core';
import type { InteractionsErrorCode } from '../errors';

/** The names of a table's columns: those of its first row and any that later rows add. */
export function columnNames(table: InputTable): string[] {
  const names = new Set<string>();
  for (const row of table.rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}

/** `songs.csv, line 7`, as far as it is known. */
export function placeOf(table: InputTable, row: number): string {
  const where = table.lines === undefined ? `row ${row + 1}` : `line ${table.lines[row]}`;
  return table.source === undefined ? where : `${table.source}, ${where}`;
}

/** Whether a cell of a text file or an object holds nothing. */
export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What is wanted of a table's columns. */
export interface ColumnWish {
  /** The name that the caller says the column has. */
  readonly named?: string | undefined;
  /** The names that it usually has, best first. */
  readonly usual: readonly string[];
  /** The flag that names it, where there is one: `--item-id`. */
  readonly flag?: string;
  /** What it holds, in words. */
  readonly what: string;
  readonly required?: boolean;
}

/**
 * Finds a column by the name the caller gave or by a usual one.
 *
 * @throws SynthError `INPUT_COLUMN_MISSING`
 */
export function findColumn(
  table: InputTable,
  names: readonly string[],
  wish: ColumnWish,
): string | undefined {
  const found = wish.named === undefined ? wish.usual.find((name) => names.includes(name)) : wish.named;
  if (found !== undefined && names.includes(found)) return found;
  if (wish.named === undefined && wish.required !== true) return undefined;
  const near = wish.named === undefined ? undefined : nearestName(wish.named, names);
  const source = table.source === undefined ? '' : `${table.source}, line 1: `;
  const remedy = wish.flag === undefined ? `Call it ${wish.usual[0]}` : `Say ${wish.flag} NAME`;
  throw new SynthError<InteractionsErrorCode>({
    code: 'INPUT_COLUMN_MISSING',
    message:
      wish.named === undefined
        ? `${source}no column for ${wish.what} (found: ${names.join(', ')}). ${remedy}`
        : `${source}no column ${wish.named} for ${wish.what} (found: ${names.join(', ')})${near === undefined ? '' : `: did you mean ${near}?`}`,
    field: wish.named ?? wish.usual[0]!,
    value: wish.named,
    allowed: names.join(', '),
    remedy,
  });
}

/** Every id of a column, as text, byte for byte; refuses blanks and duplicates. */
export function idsOf(table: InputTable, column: string): string[] {
  const firstRow = new Map<string, number>();
  return table.rows.map((row, index) => {
    const value = row[column];
    if (isBlank(value) || (typeof value !== 'string' && typeof value !== 'number')) {
      throw valueError(table, index, column, value, 'an id');
    }
    const id = String(value);
    const earlier = firstRow.get(id);
    if (earlier !== undefined) {
      throw new SynthError<InteractionsErrorCode>({
        code: 'INPUT_DUPLICATE',
        message: `${placeOf(table, index)}: ${column} ${id} stands already in ${placeOf({ ...table, source: undefined } as InputTable, earlier)}`,
        field: column,
        value: id,
        allowed: 'each id once',
        remedy: 'remove one of the two rows',
      });
    }
    firstRow.set(id, index);
    return id;
  });
}

/** A number of 0 or more from a cell. */
export function nonNegative(table: InputTable, index: number, row: Row, column: string): number {
  const value = row[column];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) {
    throw valueError(table, index, column, value, 'a number of 0 or more');
  }
  return number;
}

/** A cell that does not hold what it should. */
export function valueError(
  table: InputTable,
  row: number,
  column: string,
  value: unknown,
  allowed: string,
): SynthError<InteractionsErrorCode> {
  const shown = isBlank(value) ? 'empty' : String(value);
  return new SynthError({
    code: 'INPUT_VALUE',
    message: `${placeOf(table, row)}: ${column} is ${shown}, not ${allowed}`,
    field: column,
    value,
    allowed,
    remedy: 'mend the row or leave it out',
  });
}
