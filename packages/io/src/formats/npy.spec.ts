import type { Column } from '@synth/core';
import { batchOf, fileOf, tableOf } from '../../test/formats-fixture';
import { readNpy } from '../../test/npy-reader';
import { npy } from './npy';

const context = { dataset: 'test', expectedRows: {} };

const arraysOf = (columns: Record<string, Column>, rows: number, batchRows = 8192) =>
  Object.fromEntries(
    npy
      .files([tableOf('t', columns)], context)
      .map((file) => [file.path, readNpy(fileOf(file, [[batchOf('t', rows, columns)]], batchRows))]),
  );

describe('npy', () => {
  it('writes an array a column of numbers', () => {
    const columns: Record<string, Column> = {
      id: { type: 'string', values: ['a', 'b'] },
      f64: { type: 'f64', values: Float64Array.of(0.1, -2) },
      f32: { type: 'f32', values: Float32Array.of(0.5, 3) },
      i32: { type: 'i32', values: Int32Array.of(-1, 2) },
      u32: { type: 'u32', values: Uint32Array.of(4294967295, 0) },
      bool: { type: 'bool', values: Uint8Array.of(1, 0) },
      time: { type: 'timestamp', values: Float64Array.of(1704067200000, -1) },
      vector: { type: 'vector', width: 3, values: Float32Array.of(1, 2, 3, 4, 5, 6) },
    };
    expect(arraysOf(columns, 2)).toEqual({
      't.f64.npy': { descr: '<f8', shape: [2], values: [0.1, -2] },
      't.f32.npy': { descr: '<f4', shape: [2], values: [0.5, 3] },
      't.i32.npy': { descr: '<i4', shape: [2], values: [-1, 2] },
      't.u32.npy': { descr: '<u4', shape: [2], values: [4294967295, 0] },
      't.bool.npy': { descr: '|b1', shape: [2], values: [1, 0] },
      't.time.npy': { descr: '<M8[ms]', shape: [2], values: [1704067200000n, -1n] },
      't.vector.npy': { descr: '<f4', shape: [2, 3], values: [1, 2, 3, 4, 5, 6] },
    });
  });

  it('writes nulls as NaN and NaT', () => {
    const valid = Uint8Array.of(0, 1);
    const columns: Record<string, Column> = {
      i32: { type: 'i32', values: Int32Array.of(1, 2), valid },
      time: { type: 'timestamp', values: Float64Array.of(1, 2), valid },
      vector: { type: 'vector', width: 1, values: Float32Array.of(1, 2), valid },
    };
    expect(arraysOf(columns, 2)).toEqual({
      't.i32.npy': { descr: '<f8', shape: [2], values: [Number.NaN, 2] },
      't.time.npy': { descr: '<M8[ms]', shape: [2], values: [-9223372036854775808n, 2n] },
      't.vector.npy': { descr: '<f4', shape: [2, 1], values: [Number.NaN, 2] },
    });
  });

  it('writes chunks that do not depend on batches', () => {
    const rows = 200_000;
    const columns: Record<string, Column> = {
      a: { type: 'f64', values: Float64Array.from({ length: rows }, (_, i) => i / 3) },
    };
    const [file] = npy.files([tableOf('t', columns)], context);
    const whole = Buffer.from(fileOf(file!, [[batchOf('t', rows, columns)]]));
    expect(whole.length).toBe(192 + 8 * rows);
    expect(whole.readDoubleLE(192 + 8 * 199_999)).toBe(199_999 / 3);
    expect(Buffer.compare(whole, fileOf(file!, [[batchOf('t', rows, columns)]], 7777))).toBe(0);
  });

  it('refuses tables without numbers, nulls without a spec, and vectors of two widths', () => {
    expect(() => npy.files([tableOf('t', { a: { type: 'string', values: [] } })], context)).toThrow(
      expect.objectContaining({ code: 'FORMAT_UNSUITED', value: 'npy' }),
    );
    const [file] = npy.files([tableOf('t', { a: { type: 'i32', values: Int32Array.of(1) } })], context);
    const nulls = batchOf('t', 1, { a: { type: 'i32', values: Int32Array.of(1), valid: Uint8Array.of(0) } });
    expect(() => fileOf(file!, [[nulls]])).toThrow(
      expect.objectContaining({ code: 'BATCH_INVALID', field: 't.a' }),
    );
    const vectors = (width: number): Column => ({ type: 'vector', width, values: new Float32Array(width) });
    const [vectorFile] = npy.files([tableOf('t', { a: vectors(2) })], context);
    expect(() =>
      fileOf(vectorFile!, [[batchOf('t', 1, { a: vectors(2) }), batchOf('t', 1, { a: vectors(3) })]]),
    ).toThrow(/a vector of 3 numbers, where the first has 2/);
  });
});
