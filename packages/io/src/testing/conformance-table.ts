import type { Batch, Column, TableSpec } from '@synth/core';

/** The table that conformance checks write: a key, a vector, every simple type, nulls. */
export const conformanceTable: TableSpec = {
  name: 'synth_conformance',
  description: 'rows of a conformance check',
  key: ['id'],
  columns: [
    { name: 'id', type: 'string', description: 'the key' },
    { name: 'user_id', type: 'dictionary', role: 'user', description: 'a text of a few' },
    { name: 'score', type: 'f64', nullable: true, description: 'a number' },
    { name: 'plays', type: 'i32', description: 'an integer' },
    { name: 'liked', type: 'bool', description: 'a boolean' },
    { name: 'at', type: 'timestamp', nullable: true, description: 'a time' },
    { name: 'note', type: 'string', nullable: true, description: 'hostile texts' },
    { name: 'taste', type: 'vector', width: 3, description: 'numbers' },
    { name: 'extra', type: 'json', nullable: true, description: 'any JSON' },
  ],
};

const notes = [
  'plain',
  '',
  'a,b',
  'say "x"',
  'two\nlines',
  'é😀',
  '\\.',
  '\\N',
  'a\tb\\c\r',
  'NULL',
  '{"a":1}',
  "it's",
];

/** The rows [start, start + rows) of the table. `version` changes what is not the key. */
export function conformanceBatch(start: number, rows: number, version = 0): Batch {
  const of = <T>(make: (i: number) => T): T[] => Array.from({ length: rows }, (_, i) => make(start + i));
  const valid = (n: number): { valid: Uint8Array } => ({
    valid: Uint8Array.from(of((i) => (i % n === 0 ? 0 : 1))),
  });
  const columns: Record<string, Column> = {
    id: { type: 'string', values: of((i) => `row ${i}/ä`) },
    user_id: {
      type: 'dictionary',
      dictionary: ['u0000001', 'u"2', 'ü 3'],
      values: Int32Array.from(of((i) => i % 3)),
    },
    score: { type: 'f64', values: Float64Array.from(of((i) => (i + version) / 4)), ...valid(5) },
    plays: { type: 'i32', values: Int32Array.from(of((i) => i - 2 + version)) },
    liked: { type: 'bool', values: Uint8Array.from(of((i) => i % 2)) },
    at: {
      type: 'timestamp',
      values: Float64Array.from(of((i) => 1704067200000 + i * 86_399_999)),
      ...valid(7),
    },
    note: { type: 'string', values: of((i) => notes[i % notes.length]!), ...valid(4) },
    taste: { type: 'vector', width: 3, values: Float32Array.from(of((i) => [i, -i, 0.5]).flat()) },
    extra: { type: 'json', values: of((i) => ({ i, list: [null, 'x', true] })), ...valid(3) },
  };
  return { table: conformanceTable.name, rows, columns };
}
