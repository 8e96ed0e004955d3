import type { Column } from '@synth/core';
import { rowAt } from '@synth/core';
import * as fc from 'fast-check';
import { batchOf, textOf } from '../../test/formats-fixture';
import { jsonl } from './jsonl';

describe('jsonl', () => {
  it('writes one object a row', () => {
    const columns: Record<string, Column> = {
      user_id: {
        type: 'dictionary',
        dictionary: ['u1'],
        values: Int32Array.of(0, 0),
        valid: Uint8Array.of(1, 0),
      },
      score: { type: 'f64', values: Float64Array.of(Number.NaN, -12.5) },
      timestamp: { type: 'timestamp', values: Float64Array.of(0, Date.UTC(9999, 11, 31)) },
      tags: {
        type: 'list',
        offsets: Int32Array.of(0, 1, 3),
        values: { type: 'string', values: ['a', 'b', 'c'] },
      },
    };
    expect(textOf(jsonl, columns, 2)).toBe(
      '{"user_id":"u1","score":null,"timestamp":"1970-01-01T00:00:00.000Z","tags":["a"]}\n' +
        '{"user_id":null,"score":-12.5,"timestamp":"9999-12-31T00:00:00.000Z","tags":["b","c"]}\n',
    );
  });

  it('writes a.b and a.c as members of one object', () => {
    const one = (value: number): Column => ({ type: 'i32', values: Int32Array.of(value) });
    const written = (...names: string[]): string =>
      textOf(jsonl, Object.fromEntries(names.map((name, i) => [name, one(i)])), 1);
    expect(written('x', 'a.b', 'a.c', 'y')).toBe('{"x":0,"a":{"b":1,"c":2},"y":3}\n');
    expect(written('a.b', 'd.e')).toBe('{"a":{"b":0},"d":{"e":1}}\n');
  });

  it('refuses options that it has not', () => {
    expect(() => textOf(jsonl, {}, 0, { delimiter: ';' })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID' }),
    );
  });

  it('is what JSON.parse reads back, whatever the values', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant('\ud800"\\\u2028'));
    const row = fc.record({
      text,
      entry: text,
      float: fc.oneof(
        fc.double(),
        fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
      ),
      single: fc.float(),
      whole: fc.integer(),
      count: fc.nat(),
      time: fc.date({ noInvalidDate: true }).map(Number),
      vector: fc.tuple(fc.float(), fc.float(), fc.float()),
      list: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
      json: fc.jsonValue(),
      valid: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const dictionary = [...new Set(rows.map((one) => one.entry))];
        const offsets = new Int32Array(rows.length + 1);
        rows.forEach((one, i) => (offsets[i + 1] = offsets[i]! + one.list.length));
        const valid = Uint8Array.from(rows, (one) => (one.valid ? 1 : 0));
        const columns: Record<string, Column> = {
          text: { type: 'string', values: rows.map((one) => one.text), valid },
          entry: {
            type: 'dictionary',
            dictionary,
            values: Int32Array.from(rows, (one) => dictionary.indexOf(one.entry)),
            valid,
          },
          float: { type: 'f64', values: Float64Array.from(rows, (one) => one.float) },
          single: { type: 'f32', values: Float32Array.from(rows, (one) => one.single) },
          whole: { type: 'i32', values: Int32Array.from(rows, (one) => one.whole), valid },
          count: { type: 'u32', values: Uint32Array.from(rows, (one) => one.count * 2) },
          flag: { type: 'bool', values: valid },
          time: { type: 'timestamp', values: Float64Array.from(rows, (one) => one.time), valid },
          vector: { type: 'vector', width: 3, values: Float32Array.from(rows.flatMap((one) => one.vector)) },
          list: {
            type: 'list',
            offsets,
            values: { type: 'f64', values: Float64Array.from(rows.flatMap((one) => one.list)) },
          },
          json: { type: 'json', values: rows.map((one) => one.json) },
        };
        const batch = batchOf('t', rows.length, columns);
        const lines = textOf(jsonl, columns, rows.length).trimEnd().split('\n');
        // JSON.stringify is the reference: it also turns NaN to null and -0 to 0.
        expect(lines).toEqual(rows.map((_, i) => JSON.stringify(rowAt(batch, i))));
      }),
    );
  });
});
