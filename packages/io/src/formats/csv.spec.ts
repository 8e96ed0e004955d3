import type { Column } from '@synth/core';
import { rowAt } from '@synth/core';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { asCsvTexts, batchOf, textOf } from '../../test/formats-fixture';
import { csv } from './csv';

const strings = (...values: string[]): Column => ({ type: 'string', values });

describe('csv', () => {
  it('writes a header and one line a row', () => {
    const columns: Record<string, Column> = {
      user_id: { type: 'dictionary', dictionary: ['u0000001', 'u0000002'], values: Int32Array.of(1, 0) },
      plays: { type: 'i32', values: Int32Array.of(-5, 120_034) },
      share: { type: 'f64', values: Float64Array.of(0.25, 1e-9) },
      liked: { type: 'bool', values: Uint8Array.of(1, 0) },
      timestamp: { type: 'timestamp', values: Float64Array.of(Date.UTC(2024, 1, 29, 23, 59, 58, 7), -1) },
    };
    expect(textOf(csv, columns, 2)).toBe(
      'user_id,plays,share,liked,timestamp\n' +
        'u0000002,-5,0.25,true,2024-02-29T23:59:58.007Z\n' +
        'u0000001,120034,1e-9,false,1969-12-31T23:59:59.999Z\n',
    );
  });

  it('quotes what RFC 4180 says, and nothing else', () => {
    const columns = { a: strings('plain text', 'a,b', 'say "x"', 'two\nlines', 'cr\r', 'é;|\t', "'") };
    expect(textOf(csv, { ...columns, b: strings('', '', '', '', '', '', '') }, 7)).toBe(
      'a,b\nplain text,""\n"a,b",""\n"say ""x""",""\n"two\nlines",""\n"cr\r",""\né;|\t,""\n\',""\n',
    );
  });

  it('tells nulls from texts', () => {
    const valid = Uint8Array.of(1, 0, 1);
    const a: Column = { type: 'string', values: ['', 'gone', 'NULL'], valid };
    const b: Column = { type: 'f64', values: Float64Array.of(1, 2, Number.NaN), valid };
    expect(textOf(csv, { a, b }, 3)).toBe('a,b\n"",1\n,\nNULL,\n');
    expect(textOf(csv, { a, b }, 3, { null: 'NULL' })).toBe('a,b\n"",1\nNULL,NULL\n"NULL",NULL\n');
    expect(textOf(csv, { a }, 3)).toBe('a\n""\n""\nNULL\n');
  });

  it('writes lists, vectors and JSON as JSON text', () => {
    const columns: Record<string, Column> = {
      list: {
        type: 'list',
        offsets: Int32Array.of(0, 2, 2),
        values: { type: 'dictionary', dictionary: ['x', 'y"'], values: Int32Array.of(0, 1) },
      },
      vector: { type: 'vector', width: 2, values: Float32Array.of(0.5, -1, 2, Number.POSITIVE_INFINITY) },
      json: { type: 'json', values: [{ a: [1, 'b'] }, undefined] },
    };
    expect(textOf(csv, columns, 2)).toBe(
      'list,vector,json\n"[""x"",""y\\""""]","[0.5,-1]","{""a"":[1,""b""]}"\n[],"[2,null]",\n',
    );
  });

  it('takes another delimiter', () => {
    expect(textOf(csv, { a: strings('x;y', 'x,y'), b: strings('p', 'q') }, 2, { delimiter: ';' })).toBe(
      'a;b\n"x;y";p\nx,y;q\n',
    );
    expect(() => textOf(csv, {}, 0, { delimiter: 'x' })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', field: 'delimiter' }),
    );
    expect(() => textOf(csv, {}, 0, { delimeter: ';' })).toThrow(/did you mean delimiter\?/);
  });

  it('names a column that a batch lacks', () => {
    const encoder = csv
      .files(
        [{ name: 't', description: '', key: [], columns: [{ name: 'a', type: 'f64', description: '' }] }],
        { dataset: 'test', expectedRows: {} },
      )[0]!
      .encoder();
    expect(() => encoder.encode(batchOf('t', 1, {}))).toThrow(
      expect.objectContaining({ code: 'BATCH_INVALID', field: 't.a' }),
    );
  });

  it('reads back through a CSV parser, whatever the texts', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', '\n', '\r', ';', 'a', ' ', 'é', '😀', '\0', '\ufeff'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), {
          minLength: 1,
        }),
        (rows) => {
          const dictionary = [...new Set(rows.map((row) => row[1]))];
          const columns: Record<string, Column> = {
            a: { type: 'string', values: rows.map((row) => row[0]) },
            b: {
              type: 'dictionary',
              dictionary,
              values: Int32Array.from(rows, (row) => dictionary.indexOf(row[1])),
            },
            c: { type: 'f64', values: Float64Array.from(rows, (row) => row[2]) },
            d: { type: 'i32', values: Int32Array.from(rows, (row) => row[3]) },
          };
          const batch = batchOf('t', rows.length, columns);
          const back = parse(textOf(csv, columns, rows.length), { record_delimiter: '\n' });
          expect(back.slice(1)).toEqual(rows.map((_, i) => asCsvTexts(rowAt(batch, i))));
        },
      ),
    );
  });
});
