import type { Row } from '../data/batch';
import type { TableSpec } from '../data/table';
import { demand } from './law';

/** The rows of a table by its name. */
type RowsOf = (table: string) => readonly Row[];

/** Fails unless two makings of a table gave the same rows, as JSON text. */
export function demandSameRows(table: string, found: readonly string[], expected: readonly string[]): void {
  const row = expected.findIndex((line, i) => i < found.length && found[i] !== line);
  demand(row < 0, () => `row ${row} of ${table} is ${found[row]}; before it was ${expected[row]}`);
  demand(
    found.length === expected.length,
    `${table} has ${found.length} rows; before it had ${expected.length}`,
  );
}

/** Fails unless the key's columns are unique together. */
export function demandUniqueKeys({ name, key }: TableSpec, rowsOf: RowsOf): void {
  if (key.length === 0) return;
  const seen = new Set<string>();
  for (const row of rowsOf(name)) {
    const values = JSON.stringify(key.map((column) => row[column]));
    demand(!seen.has(values), `two rows of ${name} have the key ${values}`);
    seen.add(values);
  }
}

/** Fails unless every value that refers to another table, or every element of a list of such, stands in it. */
export function demandReferences({ name, references = [] }: TableSpec, rowsOf: RowsOf): void {
  for (const { column, table, to } of references) {
    const known = new Set(rowsOf(table).map((row) => row[to]));
    for (const row of rowsOf(name)) {
      for (const value of [row[column]].flat()) {
        demand(
          value === null || known.has(value),
          `${name}.${column} is ${value}, which ${table}.${to} lacks`,
        );
      }
    }
  }
}

/**
 * Rows ascend by the columns of `order`. A leading column of texts stands in the order of its entities, which need not
 * be that of the texts: its equal values must stand together.
 */
export function demandOrder({ name, columns, order = [] }: TableSpec, rowsOf: RowsOf): void {
  const rows = rowsOf(name);
  if (order.length === 0) return;
  const [leading] = order;
  const grouped = ['string', 'dictionary'].includes(
    columns.find((column) => column.name === leading)?.type ?? '',
  );
  const ended = new Set<unknown>();
  for (let i = 1; i < rows.length; i++) {
    const column = order.find((one) => rows[i]![one] !== rows[i - 1]![one]);
    if (column === undefined) continue;
    const [before, after] = [rows[i - 1]![column], rows[i]![column]] as [string, string];
    if (grouped && column === leading) {
      ended.add(before);
      demand(!ended.has(after), `row ${i} of ${name} comes back to ${column} ${after}`);
    } else {
      demand(before < after, `row ${i} of ${name} has ${column} ${after} after ${before}`);
    }
  }
}
