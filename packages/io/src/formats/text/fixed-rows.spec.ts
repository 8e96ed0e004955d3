import { createHash } from 'node:crypto';
import type { Batch, Column } from '@synth/core';
import { splitBatch } from '@synth/core';
import * as fc from 'fast-check';
import { batchOf, tableOf } from '../../../test/formats-fixture';
import { csv } from '../csv';
import type { EncodedChunk, OutputFormat } from '../format';
import { jsonl } from '../jsonl';

/** Chunks of a batch that comes in parts of so many rows. */
function chunksOf(format: OutputFormat, batch: Batch, batchRows: number): readonly EncodedChunk[] {
  const files = format.files([tableOf('t', batch.columns)], { dataset: 'test', expectedRows: {} });
  const encoder = files[0]!.encoder();
  return [...[...splitBatch(batch, batchRows)].flatMap((part) => encoder.encode(part)), ...encoder.finish()];
}

/** The same rows with columns that say of each row that it has a value: no cell of theirs is taken for fixed. */
const saidToBeNullable = (batch: Batch): Batch => ({
  ...batch,
  columns: Object.fromEntries(
    Object.entries(batch.columns).map(([name, column]) => [
      name,
      { ...column, valid: new Uint8Array(batch.rows).fill(1) },
    ]),
  ),
});

/** What chunks hold, short enough for a failure to be read. */
const digests = (chunks: readonly EncodedChunk[]): { rows: number; length: number; sha256: string }[] =>
  chunks.map(({ rows, bytes }) => ({
    rows,
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));

const seen = (chunks: readonly EncodedChunk[]): { rows: number; text: string }[] =>
  chunks.map(({ rows, bytes }) => ({ rows, text: Buffer.from(bytes).toString('utf8') }));

/** Columns of so many rows whose cells mostly take the same bytes in each. */
const columnOf = (rows: number): fc.Arbitrary<Column> => {
  const times = (min: number, max: number): fc.Arbitrary<Column> =>
    fc
      .array(fc.integer({ min, max }), { minLength: rows, maxLength: rows })
      .map((values) => ({ type: 'timestamp', values: Float64Array.from(values) }));
  const integers = (min: number, max: number): fc.Arbitrary<Column> =>
    fc
      .array(fc.integer({ min, max }), { minLength: rows, maxLength: rows })
      .map((values) => ({ type: 'i32', values: Int32Array.from(values) }));
  const dictionary = fc
    .tuple(fc.integer({ min: 3, max: 17 }), fc.array(fc.nat(2), { minLength: rows, maxLength: rows }))
    .map(([length, values]): Column => ({
      type: 'dictionary',
      dictionary: ['a', 'b', '"'].map((letter) => letter.repeat(length)).slice(0, values.includes(2) ? 3 : 2),
      values: Int32Array.from(values),
    }));
  return fc.oneof(
    times(-62_167_219_200_000, 253_402_300_799_999),
    times(1_700_000_000_000, 1_710_000_000_000),
    integers(1, 5),
    integers(10_000_000, 99_999_999),
    integers(-99, 120),
    dictionary,
  );
};

const anyBatch = fc.integer({ min: 1, max: 40 }).chain((rows) =>
  fc
    .dictionary(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), columnOf(rows), {
      minKeys: 1,
      maxKeys: 4,
    })
    .map((columns) => batchOf('t', rows, columns)),
);

const rows = 60_000;
const interactions = batchOf('t', rows, {
  user_id: {
    type: 'dictionary',
    dictionary: Array.from({ length: 3000 }, (_, i) => `u${String(i).padStart(7, '0')}`),
    values: Int32Array.from({ length: rows }, (_, i) => Math.floor(i / 20)),
  },
  item_id: {
    type: 'dictionary',
    dictionary: Array.from({ length: 500 }, (_, i) => `item-${String(i).padStart(4, '0')}`),
    values: Int32Array.from({ length: rows }, (_, i) => (i * 7919) % 500),
  },
  rating: { type: 'i32', values: Int32Array.from({ length: rows }, (_, i) => 1 + (i % 5)) },
  timestamp: {
    type: 'timestamp',
    values: Float64Array.from({ length: rows }, (_, i) => 1_700_000_000_000 + i * 654_321),
  },
});

describe.each([
  ['csv', csv],
  ['jsonl', jsonl],
])('FixedRows as %s', (_name, format) => {
  it('writes what cells that are measured one by one do', () => {
    fc.assert(
      fc.property(anyBatch, fc.integer({ min: 1, max: 40 }), (batch, batchRows) => {
        expect(seen(chunksOf(format, batch, batchRows))).toEqual(
          seen(chunksOf(format, saidToBeNullable(batch), 40)),
        );
      }),
    );
  });

  it.each([rows, 8192, 997])('cuts the same chunks, in batches of %d rows', (batchRows) => {
    const expected = digests(chunksOf(format, saidToBeNullable(interactions), rows));
    expect(expected.length).toBeGreaterThan(2);
    expect(digests(chunksOf(format, interactions, batchRows))).toEqual(expected);
  });

  it('goes on where one row takes other bytes', () => {
    const values = Float64Array.from({ length: rows }, (_, i) => i * 1000);
    values[rows >> 1] = Number.NaN;
    values[rows - 1] = Date.UTC(20_000, 0);
    const batch = batchOf('t', rows, { timestamp: { type: 'timestamp', values } });
    expect(digests(chunksOf(format, batch, rows))).toEqual(
      digests(chunksOf(format, saidToBeNullable(batch), rows)),
    );
  });

  it.each([
    ['the same bytes', 1],
    ['different bytes', 1000],
  ])('names an entry that a dictionary lacks, in rows of %s', (_case, last) => {
    const batch = batchOf('t', 2, {
      id: { type: 'dictionary', dictionary: ['u001'], values: Int32Array.of(0, 1) },
      count: { type: 'i32', values: Int32Array.of(1, last) },
    });
    expect(() => chunksOf(format, batch, 2)).toThrow(
      expect.objectContaining({ code: 'BATCH_INVALID', value: 1, allowed: '0 to 0' }),
    );
  });
});
