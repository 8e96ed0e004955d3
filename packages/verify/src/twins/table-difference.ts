import type { Row } from '@synth/core';

/** How the rows of a table differ between two runs, by the user (or what else its rows are of). */
export interface TableDifference {
  readonly table: string;
  /** The column that says whose a row is: `user_id`, else the first of the key. */
  readonly entity: string;
  readonly rows: { readonly a: number; readonly b: number };
  /** Users with a row in either. */
  readonly entities: number;
  /** Users with any row that the other run does not have. */
  readonly different: number;
  /** `different` by `entities`; 0 for an empty table. */
  readonly share: number;
  /** Users with as many rows in both. */
  readonly sameCount: number;
  /** Different rows of a user: of the two counts of rows that only one run has, the larger. Mean over all users. */
  readonly meanRows: number;
  /** Of the same number over users: median, 90th and 99th percentile (nearest rank), and most. */
  readonly rowsByUser: {
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
    readonly most: number;
  };
  /** Columns whose values differ for some user, whatever their order, and for what share of users. */
  readonly columns: readonly { readonly column: string; readonly share: number }[];
  /** Columns that only one run has; rows are compared without them. */
  readonly onlyIn: { readonly a: readonly string[]; readonly b: readonly string[] };
}

/** Rows of one side, as they come. */
export type Rows = AsyncIterable<Row> | Iterable<Row>;

/** Counts that go up for one side and down for the other; what cancels out is forgotten. */
class Balance {
  readonly #counts = new Map<string, number>();

  add(key: string, by: 1 | -1): void {
    const count = (this.#counts.get(key) ?? 0) + by;
    if (count === 0) this.#counts.delete(key);
    else this.#counts.set(key, count);
  }

  /** Of each entity: the rows that only one side has. */
  byEntity(): Map<string, { a: number; b: number }> {
    const found = new Map<string, { a: number; b: number }>();
    for (const [key, count] of this.#counts) {
      const entity = key.slice(0, key.indexOf('\u0000'));
      const one = found.get(entity) ?? { a: 0, b: 0 };
      if (count > 0) one.a += count;
      else one.b -= count;
      found.set(entity, one);
    }
    return found;
  }
}

/**
 * The differences of a table between two runs. Both are read at once, a row of each in turn, and rows that both have are
 * forgotten: memory is for the users and for what differs, not for the rows.
 */
export async function tableDifference(
  table: string,
  key: readonly string[],
  sides: { readonly a: Rows; readonly b: Rows },
): Promise<TableDifference> {
  const [readA, readB] = [iteratorOf(sides.a), iteratorOf(sides.b)];
  let [rowA, rowB] = [await readA(), await readB()];
  const names = { a: Object.keys(rowA ?? rowB ?? {}), b: Object.keys(rowB ?? rowA ?? {}) };
  const shared = names.a.filter((name) => names.b.includes(name));
  const entity = shared.includes('user_id') ? 'user_id' : (key[0] ?? shared[0] ?? '');
  const whole = new Balance();
  const columns = new Map(shared.filter((name) => name !== entity).map((name) => [name, new Balance()]));
  const counts = new Map<string, { a: number; b: number }>();
  const rows = { a: 0, b: 0 };
  const take = (row: Row, side: 'a' | 'b'): void => {
    const by = side === 'a' ? 1 : -1;
    const id = String(row[entity]);
    const own = counts.get(id) ?? { a: 0, b: 0 };
    own[side]++;
    counts.set(id, own);
    rows[side]++;
    whole.add(`${id}\u0000${JSON.stringify(shared.map((name) => textOf(row[name])))}`, by);
    for (const [name, balance] of columns) balance.add(`${id}\u0000${textOf(row[name])}`, by);
  };
  while (rowA !== undefined || rowB !== undefined) {
    if (rowA !== undefined) take(rowA, 'a');
    if (rowB !== undefined) take(rowB, 'b');
    [rowA, rowB] = [await readA(), await readB()];
  }
  const differences = whole.byEntity();
  const numbers = Array.from(differences.values(), ({ a, b }) => Math.max(a, b)).sort((x, y) => x - y);
  const entities = counts.size;
  const unchanged = entities - numbers.length;
  const quantile = (p: number): number => {
    const rank = Math.max(1, Math.ceil(p * entities));
    return rank <= unchanged ? 0 : (numbers[rank - unchanged - 1] ?? 0);
  };
  return {
    table,
    entity,
    rows,
    entities,
    different: numbers.length,
    share: entities === 0 ? 0 : numbers.length / entities,
    sameCount: Array.from(counts.values()).filter(({ a, b }) => a === b).length,
    meanRows: entities === 0 ? 0 : numbers.reduce((sum, value) => sum + value, 0) / entities,
    rowsByUser: { p50: quantile(0.5), p90: quantile(0.9), p99: quantile(0.99), most: numbers.at(-1) ?? 0 },
    columns: Array.from(columns, ([column, balance]) => ({
      column,
      share: balance.byEntity().size / entities,
    })).filter(({ share }) => share > 0),
    onlyIn: {
      a: names.a.filter((name) => !shared.includes(name)),
      b: names.b.filter((name) => !shared.includes(name)),
    },
  };
}

/** A value as text, the same whatever the format. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** Gives one row a call, then undefined. */
function iteratorOf(rows: Rows): () => Promise<Row | undefined> {
  const iterator =
    Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : (rows as Iterable<Row>)[Symbol.iterator]();
  return async () => {
    const next = await iterator.next();
    return next.done === true ? undefined : next.value;
  };
}
