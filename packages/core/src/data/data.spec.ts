import type { Batch } from './batch';
import { rowAt, sliceBatch, splitBatch } from './batch';
import type { Column } from './column';
import { inventedIds } from './invented-ids';
import { blockEntities, blocksOf, isWanted } from './plan';

const columns: Record<string, Column> = {
  f64: { type: 'f64', values: Float64Array.of(0.5, 1.5, 2.5), valid: Uint8Array.of(1, 0, 1) },
  bool: { type: 'bool', values: Uint8Array.of(1, 0, 1) },
  timestamp: { type: 'timestamp', values: Float64Array.of(0, 1, 86_400_000) },
  string: { type: 'string', values: ['a', 'b', 'c'] },
  dictionary: { type: 'dictionary', values: Int32Array.of(1, 0, 1), dictionary: ['no', 'yes'] },
  list: {
    type: 'list',
    values: { type: 'i32', values: Int32Array.of(1, 2, 3) },
    offsets: Int32Array.of(0, 2, 2, 3),
  },
  vector: { type: 'vector', values: Float32Array.of(1, 2, 3, 4, 5, 6), width: 2 },
  json: { type: 'json', values: [{ a: 1 }, null, [2]] },
};
const batch: Batch = { table: 't', rows: 3, columns };

const rows = [
  {
    f64: 0.5,
    bool: true,
    timestamp: '1970-01-01T00:00:00.000Z',
    string: 'a',
    dictionary: 'yes',
    list: [1, 2],
    vector: [1, 2],
    json: { a: 1 },
  },
  {
    f64: null,
    bool: false,
    timestamp: '1970-01-01T00:00:00.001Z',
    string: 'b',
    dictionary: 'no',
    list: [],
    vector: [3, 4],
    json: null,
  },
  {
    f64: 2.5,
    bool: true,
    timestamp: '1970-01-02T00:00:00.000Z',
    string: 'c',
    dictionary: 'yes',
    list: [3],
    vector: [5, 6],
    json: [2],
  },
];

describe('batches', () => {
  it('read as rows, nulls included', () => {
    expect([0, 1, 2].map((index) => rowAt(batch, index))).toEqual(rows);
  });

  it('are the same rows however they are cut', () => {
    for (const size of [1, 2, 3, 10]) {
      const parts = [...splitBatch(batch, size)];
      expect(Math.max(...parts.map((part) => part.rows))).toBeLessThanOrEqual(size);
      expect(parts.flatMap((part) => Array.from({ length: part.rows }, (_, i) => rowAt(part, i)))).toEqual(rows);
    }
    expect(rowAt(sliceBatch(sliceBatch(batch, 1, 3), 1, 2), 0)).toEqual(rows[2]);
  });
});

describe('blocks', () => {
  const stage = { name: 's', tables: ['a'], expectedRows: { a: 1 } };

  it('cover every entity of every stage once, in order', () => {
    const plan = { stages: [{ ...stage, entities: 2 * blockEntities + 1 }, { ...stage, name: 'none', entities: 0 }] };
    expect([...blocksOf(plan)]).toEqual([
      { stage: 's', index: 0, start: 0, end: blockEntities },
      { stage: 's', index: 1, start: blockEntities, end: 2 * blockEntities },
      { stage: 's', index: 2, start: 2 * blockEntities, end: 2 * blockEntities + 1 },
    ]);
  });

  it('want every table unless they say which', () => {
    const block = { stage: 's', index: 0, start: 0, end: 1 };
    expect(isWanted(block, 'a')).toBe(true);
    expect(isWanted({ ...block, tables: ['b'] }, 'a')).toBe(false);
  });
});

describe('inventedIds', () => {
  it('pads to the width of the count, at least 7', () => {
    expect(inventedIds('u', 20)(17)).toBe('u0000017');
    expect(inventedIds('i', 10_000_000)(9_999_999)).toBe('i9999999');
    expect(inventedIds('i', 10_000_001)(42)).toBe('i00000042');
  });

  it('gives an id in any order of asking', () => {
    const idOf = inventedIds('u', 3_000_000_000);
    for (const index of [999, 1000, 999, 2_999_999_999, 0, 1_000_000]) {
      expect(idOf(index)).toBe(`u${String(index).padStart(10, '0')}`);
    }
  });
});
