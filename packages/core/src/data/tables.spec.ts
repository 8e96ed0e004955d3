import type { Dataset, SeededConfig } from './dataset';
import { blockEntities } from './plan';
import { openTables } from './tables';

interface Config extends SeededConfig {
  readonly entities: number;
}

const prepared = jest.fn();

/** Each entity has one row in `one` and `entity % 3` rows in `many`; both hold a keyed draw. */
const dataset: Dataset<Config, number> = {
  kind: 'generated',
  name: 'toy',
  version: '1.0.0',
  description: 'a toy',
  config: { parse: (input) => input as Config, jsonSchema: () => ({}) },
  tables: () =>
    ['one', 'many'].map((name) => ({
      name,
      description: name,
      columns: [{ name: 'draw', type: 'u32', description: 'a draw' }],
      key: [],
    })),
  plan: ({ entities }) => ({
    stages: [{ name: 'all', entities, tables: ['one', 'many'], expectedRows: { one: entities, many: entities } }],
  }),
  prepare: () => {
    prepared();
    return 0;
  },
  *generate(_, { start, end }, streams) {
    const draws = Uint32Array.from({ length: end - start }, (_, i) => streams.stream('d').at(start + i).nextU32());
    yield { table: 'one', rows: draws.length, columns: { draw: { type: 'u32', values: draws } } };
    const many = draws.filter((_, i) => (start + i) % 3 > 0);
    yield { table: 'many', rows: many.length, columns: { draw: { type: 'u32', values: many } } };
  },
  summary: () => ({
    empty: () => new Set<number>(),
    add: (state, _, block) => (state as Set<number>).add(block.index),
    merge: () => undefined,
    finish: (state) => ({ blocks: (state as Set<number>).size }),
  }),
};

describe('openTables', () => {
  const entities = 2 * blockEntities + 100;
  const config = { seed: 'x', entities };

  it('makes nothing before it is asked, and the model once', () => {
    prepared.mockClear();
    const tables = openTables(dataset, config);
    expect(prepared).not.toHaveBeenCalled();
    tables.rows('one').next();
    tables.rows('many').next();
    expect(prepared).toHaveBeenCalledTimes(1);
  });

  it('gives the rows of some entities as they stand in the whole', () => {
    const tables = openTables(dataset, config);
    const all = [...tables.rows('one')];
    expect(all.length).toBe(entities);
    const range: [number, number] = [blockEntities - 5, 2 * blockEntities + 5];
    expect([...tables.rows('one', { entities: range })]).toEqual(all.slice(...range));
    expect([...tables.rows('one', { entities: [entities - 1, entities + 50] })]).toEqual(all.slice(-1));
  });

  it('cuts batches as asked', () => {
    const sizes = [...openTables(dataset, config).batches('one', { rows: 1000 })].map(({ rows }) => rows);
    expect(Math.max(...sizes)).toBe(1000);
    expect(sizes.reduce((sum, rows) => sum + rows, 0)).toBe(entities);
  });

  it('describes rows of each table and the figures of the dataset', () => {
    const many = entities - Math.ceil(entities / 3);
    expect(openTables(dataset, config).describe()).toEqual({
      rows: { one: entities, many },
      blocks: 3,
    });
  });

  it('names the nearest table', () => {
    expect(() => openTables(dataset, config).rows('zebra').next()).toThrow(
      expect.objectContaining({ code: 'TABLE_UNKNOWN', message: 'no table zebra', allowed: 'one, many' }),
    );
    expect(() => openTables(dataset, config).rows('manny').next()).toThrow(/did you mean many\?/);
  });
});
