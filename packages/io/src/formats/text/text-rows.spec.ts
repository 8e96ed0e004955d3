import type { Column } from '@synth/core';
import { splitBatch } from '@synth/core';
import { batchOf, fileOf, tableOf } from '../../../test/formats-fixture';
import { csv } from '../csv';

const rows = 60_000;
const columns: Record<string, Column> = {
  item_id: {
    type: 'dictionary',
    dictionary: Array.from({ length: 500 }, (_, i) => `${'item'.repeat(i % 40)}-${i}`),
    values: Int32Array.from({ length: rows }, (_, i) => (i * 7919) % 500),
  },
  title: { type: 'string', values: Array.from({ length: rows }, (_, i) => `title "${i}"`) },
  price: { type: 'f64', values: Float64Array.from({ length: rows }, (_, i) => i / 100) },
};
const file = csv.files([tableOf('t', columns)], { dataset: 'test', expectedRows: {} })[0]!;
const batch = batchOf('t', rows, columns);

describe('TextRows', () => {
  it('cuts the same chunks whatever the batches', () => {
    const chunksOf = (batchRows: number): { rows: number; bytes: number }[] => {
      const encoder = file.encoder();
      const chunks = [];
      for (const part of splitBatch(batch, batchRows)) chunks.push(...encoder.encode(part));
      return [...chunks, ...encoder.finish()].map((chunk) => ({
        rows: chunk.rows,
        bytes: chunk.bytes.length,
      }));
    };
    const whole = chunksOf(rows);
    expect(whole.length).toBeGreaterThan(3);
    expect(whole.reduce((sum, chunk) => sum + chunk.rows, 0)).toBe(rows);
    expect(chunksOf(997)).toEqual(whole);
  });

  it('gives chunks that own their buffers', () => {
    const encoder = file.encoder();
    const chunks = [...encoder.encode(batch), ...encoder.finish()];
    expect(new Set(chunks.map((chunk) => chunk.bytes.buffer)).size).toBe(chunks.length);
  });

  it('keeps nothing of one block for the next', () => {
    const small = batchOf('t', 3, columns);
    expect(fileOf(file, [[batch], [small]]).length).toBe(
      fileOf(file, [[batch]]).length + fileOf(file, [[small]]).length - 'item_id,title,price\n'.length,
    );
    expect(file.encoder().finish()).toEqual([]);
  });

  it('grows for a row of any size', () => {
    const long: Record<string, Column> = { a: { type: 'string', values: ['x'.repeat(5_000_000)] } };
    const [one] = csv.files([tableOf('t', long)], { dataset: 'test', expectedRows: {} });
    expect(fileOf(one!, [[batchOf('t', 1, long)]]).length).toBe(5_000_003);
  });
});
