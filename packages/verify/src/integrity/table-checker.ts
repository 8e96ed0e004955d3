import type { Row } from '@synth/core';
import type { Check } from './check';
import { countCheck } from './check';
import type { PersonalData } from './personal-data';
import type { DeclaredColumn } from './value-fault';
import { timeOf, valueFault } from './value-fault';
import { Wrong } from './wrong';

/** What the manifest of a run says of a table. */
export interface DeclaredTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly DeclaredColumn[];
  readonly key: readonly string[];
  readonly references?: readonly { readonly column: string; readonly table: string; readonly to: string }[];
  readonly order?: readonly string[];
}

/** The ids of a table that other tables refer to. */
export type Ids = ReadonlyMap<string, ReadonlySet<string>>;

/** Checks the rows of one table as they pass by, in constant memory but for the keys. */
export class TableChecker {
  readonly #table: DeclaredTable;
  readonly #ids: Ids;
  readonly #personal: PersonalData;
  readonly #faults = { null: new Wrong(), type: new Wrong(), range: new Wrong(), column: new Wrong() };
  readonly #dangling = new Wrong();
  readonly #repeated = new Wrong();
  readonly #disorder = new Wrong();
  readonly #keys = new Set<string>();
  #before: Row | undefined;
  #rows = 0;

  constructor(table: DeclaredTable, ids: Ids, personal: PersonalData) {
    this.#table = table;
    this.#ids = ids;
    this.#personal = personal;
  }

  row(row: Row): void {
    const { name, columns, key, references = [], order } = this.#table;
    const where = `in ${name}, row ${++this.#rows}`;
    for (const column of columns) {
      const value = row[column.name];
      if (!(column.name in row) && column.nullable !== true)
        this.#faults.column.at(`${column.name} ${where}`);
      else {
        const fault = valueFault(value, column);
        if (fault !== undefined) this.#faults[fault].at(`${column.name} ${where}`);
      }
      if (column.type === 'string') this.#personal.look(value, `${column.name} ${where}`);
    }
    for (const { column, table, to } of references) {
      if (this.#ids.get(`${table}.${to}`)?.has(String(row[column])) === false)
        this.#dangling.at(`${column} ${where}`);
    }
    if (key.length > 0) {
      const text = key.map((part) => String(row[part])).join('\u0000');
      if (this.#keys.has(text)) this.#repeated.at(where);
      this.#keys.add(text);
    }
    if (order !== undefined && this.#before !== undefined && !inOrder(this.#before, row, order))
      this.#disorder.at(where);
    this.#before = row;
  }

  finish(): Check[] {
    const { name, rows, key, references = [], order } = this.#table;
    const named = (what: string): string => `${name}: ${what}`;
    return [
      {
        name: named('rows'),
        status: this.#rows === rows ? 'pass' : 'fail',
        detail: `${this.#rows.toLocaleString('en-GB')} read, ${rows.toLocaleString('en-GB')} in the manifest`,
      },
      countCheck(named('columns'), this.#faults.column, {
        right: 'all there',
        wrong: 'values have no column',
      }),
      countCheck(named('nulls'), this.#faults.null, { right: 'none where none may be', wrong: 'are empty' }),
      countCheck(named('types'), this.#faults.type, { right: 'as declared', wrong: 'are not of their type' }),
      countCheck(named('ranges'), this.#faults.range, { right: 'within bounds', wrong: 'are out of bounds' }),
      countCheck(named('key'), this.#repeated, {
        right: key.length === 0 ? 'none declared' : `${key.join(', ')} is unique`,
        wrong: 'rows repeat a key',
      }),
      ...(references.length === 0
        ? []
        : [
            countCheck(named('references'), this.#dangling, { right: 'all resolve', wrong: 'point nowhere' }),
          ]),
      ...(order === undefined
        ? []
        : [
            countCheck(named('order'), this.#disorder, {
              right: `by ${order.join(', ')}`,
              wrong: 'rows are out of order',
            }),
          ]),
    ];
  }
}

/** An order begins with time, or with a column that groups rows, in any order: time must not run back within a group. */
function inOrder(before: Row, row: Row, [group, ...rest]: readonly string[]): boolean {
  if (group === 'timestamp') return !(timeOf(before[group]) > timeOf(row[group]));
  if (group === undefined || before[group] !== row[group] || rest[0] !== 'timestamp') return true;
  return !(timeOf(before['timestamp']) > timeOf(row['timestamp']));
}
