import type { Column, TableSpec } from '@synth/core';
import { batchOf, fileOf } from '../../test/formats-fixture';
import { readNpz } from '../../test/npy-reader';
import { bandit } from './bandit';

const table: TableSpec = {
  name: 'impressions',
  description: 'what was shown',
  key: [],
  columns: [
    { name: 'item_id', type: 'dictionary', role: 'item', description: 'shown' },
    { name: 'position', type: 'i32', minimum: 1, description: 'rank' },
    { name: 'label', type: 'bool', role: 'label', description: 'clicked' },
    { name: 'propensity', type: 'f64', description: 'of the policy' },
    { name: 'user', type: 'vector', width: 2, description: 'features' },
    { name: 'age', type: 'i32', description: 'feature' },
  ],
  references: [{ column: 'item_id', table: 'items', to: 'item_id' }],
};

const columns: Record<string, Column> = {
  item_id: { type: 'dictionary', dictionary: ['a', 'b', 'c'], values: Int32Array.of(2, 0, 1) },
  position: { type: 'i32', values: Int32Array.of(1, 2, 1) },
  label: { type: 'bool', values: Uint8Array.of(0, 1, 0) },
  propensity: { type: 'f64', values: Float64Array.of(0.5, 0.25, 0.125) },
  user: { type: 'vector', width: 2, values: Float32Array.of(1, 2, 3, 4, 5, 6) },
  age: { type: 'i32', values: Int32Array.of(30, 40, 50) },
};

const expectedRows = { items: 3 };
const batch = batchOf('impressions', 3, columns);
const fileWith = (options: Record<string, unknown> = {}) =>
  bandit.files([table], { dataset: 'test', expectedRows, options })[0]!;

describe('bandit', () => {
  it('writes the arrays of a bandit feedback', () => {
    expect(readNpz(fileOf(fileWith(), [[batch], [batch]], 2))).toEqual({
      context: { descr: '<f8', shape: [6, 2], values: [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6] },
      n_rounds: { descr: '<i8', shape: [], values: [6n] },
      n_actions: { descr: '<i8', shape: [], values: [3n] },
      action: { descr: '<i8', shape: [6], values: [2n, 0n, 1n, 2n, 0n, 1n] },
      position: { descr: '<i8', shape: [6], values: [0n, 1n, 0n, 0n, 1n, 0n] },
      reward: { descr: '<f8', shape: [6], values: [0, 1, 0, 0, 1, 0] },
      pscore: { descr: '<f8', shape: [6], values: [0.5, 0.25, 0.125, 0.5, 0.25, 0.125] },
    });
  });

  it('takes the columns that it is told', () => {
    const file = fileWith({
      table: 'impressions',
      action: 'age',
      reward: 'propensity',
      context: ['age', 'user'],
      actions: 60,
    });
    const arrays = readNpz(fileOf(file, [[batch]]));
    expect(arrays['context']).toEqual({
      descr: '<f8',
      shape: [3, 3],
      values: [30, 1, 2, 40, 3, 4, 50, 5, 6],
    });
    expect(arrays['action']!.values).toEqual([30n, 40n, 50n]);
    expect(arrays['n_actions']!.values).toEqual([60n]);
  });

  it('is empty without rounds', () => {
    const arrays = readNpz(fileOf(fileWith(), []));
    expect(arrays['context']!.shape).toEqual([0, 0]);
    expect(arrays['n_rounds']!.values).toEqual([0n]);
  });

  it('refuses what it cannot write', () => {
    expect(() => bandit.files([{ ...table, truth: true }], { dataset: 'test', expectedRows })).toThrow(
      expect.objectContaining({ code: 'FORMAT_UNSUITED', value: 'bandit' }),
    );
    expect(() => fileWith({ table: 'impressions', reward: 'lable' })).toThrow(
      /impressions: no lable: did you mean label\?/,
    );
    const nulls = { ...columns, label: { ...columns['label']!, valid: Uint8Array.of(1, 0, 1) } as Column };
    expect(() => fileOf(fileWith(), [[batchOf('impressions', 3, nulls)]])).toThrow(/label has nulls/);
    expect(() => fileOf(bandit.files([table], { dataset: 'test', expectedRows: {} })[0]!, [[batch]])).toThrow(
      /item_id is neither an integer nor has it all ids of items/,
    );
  });
});
