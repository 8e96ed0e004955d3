import type { Batch } from '../data/batch';
import type { Dataset, Inputs } from '../data/dataset';
import type { Block } from '../data/plan';
import type { ColumnSpec, TableSpec } from '../data/table';
import { normal } from '../distributions/normal';
import { nextBelow } from '../random/integer';
import type { Streams } from '../random/streams';
import { datasetLaws } from './dataset-laws';

interface Config {
  readonly seed: string;
}

type Orders = Dataset<Config, null>;

const users = 300;
const columns: readonly ColumnSpec[] = [
  { name: 'user_id', type: 'string', description: 'the user' },
  { name: 'place', type: 'i32', description: 'its number', minimum: 0 },
  { name: 'amount', type: 'f64', description: 'the amount', nullable: true, minimum: -100, maximum: 100 },
  { name: 'kind', type: 'dictionary', description: 'the kind', values: ['a', 'b'] },
  { name: 'day', type: 'timestamp', description: 'the day' },
  { name: 'parts', type: 'list', items: 'u32', description: 'parts' },
  { name: 'taste', type: 'vector', width: 2, description: 'taste' },
  { name: 'open', type: 'bool', description: 'whether open' },
  { name: 'note', type: 'json', description: 'a note' },
  { name: 'half', type: 'f32', description: 'a half' },
];
const specs: readonly TableSpec[] = [
  {
    name: 'users',
    description: 'users',
    columns: [{ name: 'user_id', type: 'string', description: 'the user' }],
    key: ['user_id'],
  },
  {
    name: 'orders',
    description: 'orders',
    columns,
    key: ['user_id', 'place'],
    references: [{ column: 'user_id', table: 'users', to: 'user_id' }],
    order: ['user_id', 'place'],
  },
];
/** Ids that do not sort as the entities do. */
const idOf = (user: number): string => `u${(user * 7) % users}`;

function* generate(_: null, block: Block, streams: Streams): Generator<Batch> {
  const ids: string[] = [];
  const owners: string[] = [];
  const places: number[] = [];
  const amounts: number[] = [];
  for (let user = block.start; user < block.end; user++) {
    ids.push(idOf(user));
    const rng = streams.stream('orders').at(user);
    const count = nextBelow(rng, 4);
    for (let place = 0; place < count; place++) {
      owners.push(idOf(user));
      places.push(place);
      amounts.push(normal({ mean: 0, sd: 1 }).draw(rng));
    }
  }
  const rows = owners.length;
  if (block.tables?.includes('users') ?? true) {
    yield { table: 'users', rows: ids.length, columns: { user_id: { type: 'string', values: ids } } };
  }
  if (!(block.tables?.includes('orders') ?? true)) return;
  yield {
    table: 'orders',
    rows,
    columns: {
      user_id: { type: 'string', values: owners },
      place: { type: 'i32', values: Int32Array.from(places) },
      amount: {
        type: 'f64',
        values: Float64Array.from(amounts),
        valid: Uint8Array.from(places, (place) => Number(place < 2)),
      },
      kind: {
        type: 'dictionary',
        values: Int32Array.from(places, (place) => place % 2),
        dictionary: ['a', 'b'],
      },
      day: { type: 'timestamp', values: Float64Array.from(places, (place) => place * 86_400_000) },
      parts: {
        type: 'list',
        values: { type: 'u32', values: Uint32Array.from(places) },
        offsets: Int32Array.from({ length: rows + 1 }, (__, i) => i),
      },
      taste: { type: 'vector', values: Float32Array.from(places.flatMap((place) => [place, 1])), width: 2 },
      open: { type: 'bool', values: Uint8Array.from(places, (place) => place % 2) },
      note: { type: 'json', values: places.map((place) => ({ place })) },
      half: { type: 'f32', values: Float32Array.from(places, (place) => place / 2) },
    },
  };
}

const orders: Orders = {
  kind: 'generated',
  name: 'orders',
  version: '1',
  description: 'orders of users',
  config: { parse: (input) => input as Config, jsonSchema: () => ({}) },
  tables: () => specs,
  plan: () => ({
    stages: [
      { name: 'users', entities: users, tables: ['users', 'orders'], expectedRows: { users, orders: 450 } },
    ],
  }),
  prepare: () => null,
  generate,
  summary: () => ({
    empty: () => ({ rows: 0 }),
    add: (state, batch) => void ((state as { rows: number }).rows += batch.rows),
    merge: (state, other) => void ((state as { rows: number }).rows += (other as { rows: number }).rows),
    finish: (state) => ({ rows: (state as { rows: number }).rows }),
  }),
};

const config: Config = { seed: '1' };

describe('a dataset that keeps the laws', () => {
  it.each(datasetLaws(orders, config).map((law) => [law.name, law] as const))('%s', (_, law) => law.check());
});

describe('the laws of datasets see', () => {
  /** The same dataset with its batches changed. */
  const changed = (change: (batch: Batch, block: Block) => Batch): Partial<Orders> => ({
    *generate(model, block, streams) {
      for (const batch of generate(model, block, streams)) yield change(batch, block);
    },
  });
  const withColumn = (name: string, column: unknown): Partial<Orders> =>
    changed((batch) =>
      batch.table === 'orders'
        ? ({ ...batch, columns: { ...batch.columns, [name]: column } } as Batch)
        : batch,
    );
  const withSpec = (change: Partial<TableSpec>): Partial<Orders> => ({
    tables: () => [specs[0]!, { ...specs[1]!, ...change }],
  });
  const shape = 'makes the columns that its specs say, in their order and within their bounds';
  let made = 0;

  it.each<[seen: string, law: string, spoilt: Partial<Orders>, found: RegExp]>([
    [
      'a configuration that changes',
      'has a configuration that',
      { config: { parse: () => ({ seed: '2' }), jsonSchema: () => ({}) } },
      /parses to/,
    ],
    [
      'a table in no stage',
      'plans each',
      { plan: () => ({ stages: [{ ...orders.plan(config, {}).stages[0]!, tables: ['orders'] }] }) },
      /stages make orders/,
    ],
    [
      'state between makings',
      'a second time',
      changed((batch) => ({ ...batch, rows: Math.min(batch.rows, ++made) })),
      /row/,
    ],
    [
      'rows that depend on the range',
      'whatever ranges',
      changed((batch, block) => ({
        ...batch,
        columns: {
          ...batch.columns,
          ...(batch.table === 'users'
            ? {
                user_id: {
                  type: 'string',
                  values: Array.from({ length: batch.rows }, (_, i) => `u${i}+${block.start % 5}`),
                },
              }
            : {}),
        },
      })),
      /row 1 of users/,
    ],
    [
      'rows that depend on what is asked for',
      'asked for alone',
      changed((batch, block) => (block.tables ? { ...batch, rows: batch.rows - 1 } : batch)),
      /rows; before/,
    ],
    [
      'a seed without effect',
      'another seed',
      {
        *generate(model, block, streams) {
          void streams;
          for (const batch of generate(model, block, {
            ...streams,
            stream: () => ({
              name: 'x',
              at: () => ({
                nextU32: () => 1,
                nextI32: () => 1,
                nextF64: () => 0.5,
                getState: () => [0, 0, 0, 0],
                setState: () => undefined,
              }),
            }),
          }))
            yield batch;
        },
      },
      /same rows/,
    ],
    [
      'a batch too large',
      'batches of at most',
      changed((batch) => ({ ...batch, rows: 8193 })),
      /has 8193 rows/,
    ],
    [
      'a table without a spec',
      'batches of at most',
      changed((batch) => ({ ...batch, table: 'visits' })),
      /table visits/,
    ],
    [
      'a column without a spec',
      shape,
      withColumn('extra', { type: 'f64', values: new Float64Array(9) }),
      /extra/,
    ],
    [
      'a column of another type',
      shape,
      withColumn('place', { type: 'u32', values: new Uint32Array(0) }),
      /is u32/,
    ],
    ['the wrong array', shape, withColumn('half', { type: 'f32', values: [] }), /wrong kind of array/],
    [
      'too few values',
      shape,
      withColumn('half', { type: 'f32', values: new Float32Array(1) }),
      /has 1 values/,
    ],
    [
      'nulls where none may be',
      shape,
      withSpec({ columns: columns.map((one) => ({ ...one, nullable: false })) }),
      /is null/,
    ],
    [
      'a number out of bounds',
      shape,
      withSpec({ columns: columns.map((one) => (one.name === 'place' ? { ...one, maximum: 1 } : one)) }),
      /is 2, over 1/,
    ],
    [
      'a text that may not be',
      shape,
      withSpec({ columns: columns.map((one) => (one.name === 'kind' ? { ...one, values: ['a'] } : one)) }),
      /is b, not one of a/,
    ],
    [
      'a vector of another width',
      shape,
      withSpec({ columns: columns.map((one) => (one.name === 'taste' ? { ...one, width: 3 } : one)) }),
      /has width 2/,
    ],
    [
      'a list of another type',
      shape,
      withSpec({
        columns: columns.map((one) => (one.name === 'parts' ? { ...one, items: 'string' as const } : one)),
      }),
      /list of u32/,
    ],
    ['keys that come twice', 'keys are unique', withSpec({ key: ['user_id'] }), /two rows of orders/],
    [
      'a reference to nothing',
      'references that resolve',
      withSpec({ references: [{ column: 'kind', table: 'users', to: 'user_id' }] }),
      /which users.user_id lacks/,
    ],
    ['rows out of order', 'in the order', withSpec({ order: ['place'] }), /after/],
    ['a group that comes back', 'in the order', withSpec({ order: ['kind', 'place'] }), /comes back to kind/],
    [
      'a summary that does not merge',
      'sums up',
      { summary: () => ({ ...orders.summary!(config, {}), merge: () => undefined }) },
      /the blocks/,
    ],
  ])('%s', (_, name, spoilt, found) => {
    const inputs: Inputs = {};
    const law = datasetLaws({ ...orders, ...spoilt }, config, inputs).find((one) => one.name.includes(name))!;
    expect(() => law.check()).toThrow(found);
  });
});
