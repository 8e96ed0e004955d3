import type { Batch, Column, Row, TableSpec } from '@synth/core';
import { blockEntities, rowAt, sliceBatch } from '@synth/core';

const hostile = [
  'plain',
  'a,b',
  'say "x"',
  'two\nlines',
  'tab\there',
  'é😀',
  ' blanks ',
  '007',
  'NULL',
  'nan',
  '\\N',
  "'",
];
const rows = 6000;

const every =
  (n: number) =>
  (_: unknown, i: number): number =>
    i % n === 0 ? 0 : 1;

const numbers = <T>(make: (i: number) => T): T[] => Array.from({ length: rows }, (_, i) => make(i));
const lengths = numbers((i) => i % 4);
const offsets = Int32Array.from([0, ...lengths]).map(
  (
    (sum) => (value: number) =>
      (sum += value)
  )(0),
);

/** A table of every type, with nulls and hostile texts. */
export const columns: Record<string, Column> = {
  id: { type: 'string', values: numbers((i) => `${hostile[i % hostile.length]!}#${i}`) },
  user_id: {
    type: 'dictionary',
    dictionary: hostile,
    values: Int32Array.from({ length: rows }, (_, i) => Math.floor(i / 9) % hostile.length),
  },
  score: {
    type: 'f64',
    values: Float64Array.from({ length: rows }, (_, i) => (i - 3000) / 7),
    valid: Uint8Array.from({ length: rows }, every(5)),
  },
  single: { type: 'f32', values: Float32Array.from({ length: rows }, (_, i) => i / 8) },
  plays: { type: 'u32', values: Uint32Array.from({ length: rows }, (_, i) => 4294967295 - i) },
  delta: {
    type: 'i32',
    values: Int32Array.from({ length: rows }, (_, i) => i - 3000),
    valid: Uint8Array.from({ length: rows }, every(3)),
  },
  flag: { type: 'bool', values: Uint8Array.from({ length: rows }, (_, i) => (i % 7 === 0 ? 1 : 0)) },
  time: {
    type: 'timestamp',
    values: Float64Array.from({ length: rows }, (_, i) => 1704067200000 + i * 7_654_321),
    valid: Uint8Array.from({ length: rows }, every(11)),
  },
  taste: { type: 'vector', width: 3, values: Float32Array.from({ length: 3 * rows }, (_, i) => i / 16) },
  tags: {
    type: 'list',
    offsets,
    values: {
      type: 'string',
      values: Array.from({ length: offsets[rows]! }, (_, i) => hostile[i % hostile.length]!),
    },
  },
  extra: { type: 'json', values: numbers((i) => ({ n: i, list: [true, null, 'é"'] })) },
};

export const table: TableSpec = {
  name: 'sample',
  description: 'every type',
  key: ['id'],
  columns: Object.entries(columns).map(([name, { type, valid }]) => ({
    name,
    type,
    description: name,
    nullable: valid !== undefined,
    ...(type === 'list' ? { items: 'string' as const } : {}),
    ...(type === 'vector' ? { width: 3 } : {}),
  })),
};

const whole: Batch = { table: 'sample', rows, columns };

/** As blocks of one batch each. */
export const blocks: Batch[][] = Array.from({ length: Math.ceil(rows / blockEntities) }, (_, block) => [
  sliceBatch(whole, block * blockEntities, Math.min(rows, (block + 1) * blockEntities)),
]);

/** The rows as JSON. */
export const expected: Row[] = Array.from({ length: rows }, (_, i) => rowAt(whole, i));

/** Items of users: for the matrix. */
export const userItems: number[][] = Array.from({ length: 5000 }, (_, user) =>
  user % 4 === 0 ? [] : [user % 50, (user * 7 + 3) % 50, (user * 3 + 1) % 50],
);

/** What was shown, and whether it was taken: for the bandit feedback. */
export const impressionsTable: TableSpec = {
  name: 'impressions',
  description: 'what was shown',
  key: [],
  columns: [
    { name: 'item_id', type: 'dictionary', role: 'item', description: 'shown' },
    { name: 'position', type: 'i32', minimum: 1, description: 'rank' },
    { name: 'label', type: 'bool', role: 'label', description: 'taken' },
    { name: 'propensity', type: 'f64', description: 'of the policy' },
    { name: 'user', type: 'vector', width: 2, description: 'features' },
  ],
  references: [{ column: 'item_id', table: 'items', to: 'item_id' }],
};

export const impressions: Batch = {
  table: 'impressions',
  rows: 100,
  columns: {
    item_id: {
      type: 'dictionary',
      dictionary: Array.from({ length: 50 }, (_, item) => `i${item}`),
      values: Int32Array.from({ length: 100 }, (_, i) => (i * 7) % 50),
    },
    position: { type: 'i32', values: Int32Array.from({ length: 100 }, (_, i) => 1 + (i % 3)) },
    label: { type: 'bool', values: Uint8Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? 1 : 0)) },
    propensity: { type: 'f64', values: Float64Array.from({ length: 100 }, (_, i) => 1 / (2 + (i % 5))) },
    user: { type: 'vector', width: 2, values: Float32Array.from({ length: 200 }, (_, i) => i / 4) },
  },
};
