import type { Row, Seed } from '@synth/core';
import { defaultSeed } from '@synth/core';
import { KeyedSet } from '../source/keyed-sample';
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

/** Beyond so many keys, a sample of them is watched for repeats. */
const mostKeys = 4_000_000;

const ofShare = (share: number): string => (share === 1 ? '' : ` (of 1 in ${1 / share}, by seed)`);

/** A column, and what is looked for in it. */
interface CheckedColumn {
  readonly column: DeclaredColumn;
  /** Whether its texts are looked through for personal data; what refers to another table was looked at there. */
  readonly looked: boolean;
  /** Where the value stands that is being looked at. */
  readonly where: () => string;
}

/** A column that refers to another table. */
interface CheckedReference {
  readonly column: string;
  readonly ids: ReadonlySet<string> | undefined;
  /** The last value that was found there: rows of a user often follow each other. */
  found: string | undefined;
}

/** Checks the rows of one table as they pass by, in bounded memory. */
export class TableChecker {
  readonly #table: DeclaredTable;
  readonly #personal: PersonalData;
  readonly #faults = { null: new Wrong(), type: new Wrong(), range: new Wrong(), column: new Wrong() };
  readonly #dangling = new Wrong();
  readonly #repeated = new Wrong();
  readonly #disorder = new Wrong();
  readonly #keys: KeyedSet;
  readonly #columns: readonly CheckedColumn[];
  readonly #references: readonly CheckedReference[];
  #last: { readonly group: unknown; readonly time: number } | undefined;
  #rows = 0;

  constructor(table: DeclaredTable, ids: Ids, personal: PersonalData, seed: Seed = defaultSeed) {
    this.#table = table;
    this.#personal = personal;
    this.#keys = new KeyedSet({ seed, name: `${table.name} keys`, most: mostKeys });
    const { columns, references = [] } = table;
    const referring = new Set(references.map(({ column }) => column));
    this.#columns = columns.map((column) => ({
      column,
      looked: (column.type === 'string' || column.type === 'dictionary') && !referring.has(column.name),
      where: () => `${column.name} ${this.#where()}`,
    }));
    this.#references = references.map(({ column, table: other, to }) => ({
      column,
      ids: ids.get(`${other}.${to}`),
      found: undefined,
    }));
    for (const { name } of table.columns) personal.column(name, `of ${table.name}`);
  }

  row(row: Row): void {
    const { key, order } = this.#table;
    this.#rows++;
    for (const { column, looked, where } of this.#columns) {
      const value = row[column.name];
      const absent = value === undefined && column.nullable !== true && !(column.name in row);
      const fault = absent ? 'column' : valueFault(value, column);
      if (fault !== undefined) this.#faults[fault].at(where());
      if (looked) this.#personal.look(value, where);
    }
    for (const reference of this.#references) {
      const value = row[reference.column];
      if (reference.ids === undefined || (typeof value === 'string' && value === reference.found)) continue;
      const id = String(value);
      if (reference.ids.has(id)) reference.found = id;
      else this.#dangling.at(`${reference.column} ${this.#where()}`);
    }
    if (key.length > 0) {
      const last = String(row[key.at(-1)!]);
      const before = key.length === 2 ? String(row[key[0]!]) : this.#joined(row);
      if (this.#keys.seen(last, before)) this.#repeated.at(this.#where());
    }
    if (order?.includes('timestamp') === true) this.#checkOrder(row, order);
  }

  /** An order begins with time, or with a column that groups rows, in any order: time must not run back within a group. */
  #checkOrder(row: Row, [first, second]: readonly string[]): void {
    const group = first === 'timestamp' ? undefined : row[first!];
    const time = timeOf(row['timestamp']);
    const last = this.#last;
    const checked = first === 'timestamp' || second === 'timestamp';
    if (checked && last !== undefined && last.group === group && last.time > time)
      this.#disorder.at(this.#where());
    this.#last = { group, time };
  }

  /** All parts of the key but the last. */
  #joined(row: Row): string {
    return this.#table.key
      .slice(0, -1)
      .map((part) => String(row[part]))
      .join('\u0000');
  }

  /** The row that is being looked at. */
  #where(): string {
    return `in ${this.#table.name}, row ${this.#rows}`;
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
        right: key.length === 0 ? 'none declared' : `${key.join(', ')} is unique${ofShare(this.#keys.share)}`,
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
