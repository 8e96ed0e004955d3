import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Column } from '@synth/core';
import * as fc from 'fast-check';
import { textOf } from '../../test/formats-fixture';
import { csv } from '../formats/csv';
import type { ReadOptions } from './read-rows';
import { readTable } from './read-table';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'synth-read-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string, content: string | Uint8Array, options?: ReadOptions) => {
  writeFileSync(join(folder, name), content);
  return readTable(join(folder, name), options);
};

const failure = async (name: string, content: string | Uint8Array, options?: ReadOptions) => {
  const error = await read(name, content, options).then(
    () => undefined,
    (caught: unknown) => caught as Error & { code: string; remedy: string },
  );
  expect(error?.remedy).toMatch(/./);
  return { code: error!.code, message: error!.message.replace(join(folder, '/'), '') };
};

describe('readTable, CSV', () => {
  it('reads texts as they are, with their lines', async () => {
    const table = await read('a.csv', '\ufeffid,n,t\r\n007,1.50,"a,""b""\nc"\r\n\r\n"",,é\r\n');
    expect(table.rows).toEqual([
      { id: '007', n: '1.50', t: 'a,"b"\nc' },
      { id: '', n: '', t: 'é' },
    ]);
    expect(Array.from(table.lines!)).toEqual([2, 5]);
    expect(table.source).toBe('a.csv');
  });

  it('reads gzip by content, tabs by extension, and files without a last line break', async () => {
    expect((await read('a.csv', gzipSync('a,b\n1,2'))).rows).toEqual([{ a: '1', b: '2' }]);
    expect((await read('a.tsv.gz', gzipSync('a\tb\n1\t2,3\n'))).rows).toEqual([{ a: '1', b: '2,3' }]);
    expect((await read('a.csv', 'a;b\n1;2\n', { delimiter: ';' })).rows).toEqual([{ a: '1', b: '2' }]);
    expect((await read('a.csv', 'a,b\n')).rows).toEqual([]);
  });

  it('tells the format by content where the name says nothing', async () => {
    expect((await read('a.txt', 'a\n1\n')).rows).toEqual([{ a: '1' }]);
    expect((await read('a.txt', '\n {"a":1}\n')).rows).toEqual([{ a: 1 }]);
    expect((await read('a.txt', '{a}\n', { format: 'csv' })).rows).toEqual([]);
  });

  it('maps columns and parses the numbers that it is asked to', async () => {
    const columns = {
      item_id: { from: ['item_id', 'song_id'] },
      age: { from: 'days', type: 'number' as const },
      score: { type: 'number' as const, optional: true },
    };
    expect((await read('a.csv', 'song_id,days,genre\n1,2.50,x\n2,,y\n', { columns })).rows).toEqual([
      { item_id: '1', age: 2.5, genre: 'x' },
      { item_id: '2', age: null, genre: 'y' },
    ]);
    expect(await failure('a.csv', 'song_id,days\n1,2\n2,\n3,many\n', { columns })).toEqual({
      code: 'INPUT_VALUE',
      message: 'a.csv, line 4: days is "many", not a number',
    });
    expect(await failure('a.csv', 'name,plays\n', { columns: { item_id: 'id' } })).toEqual({
      code: 'INPUT_COLUMN_MISSING',
      message: 'a.csv, line 1: no column for item_id (id) (found: name, plays)',
    });
  });

  it.each([
    ['an empty file', '', 'INPUT_EMPTY', 'a.csv: the file is empty'],
    ['blank lines alone', '\ufeff \r\n\n', 'INPUT_EMPTY', 'a.csv: the file is empty'],
    [
      'a field too many',
      'a,b\n"x\ny",2\n1,2,3\n',
      'INPUT_SYNTAX',
      'a.csv, line 4: 3 fields where the header has 2',
    ],
    [
      'a quote inside a field',
      'a,b\n1,x"y\n',
      'INPUT_SYNTAX',
      'a.csv, line 2: a quotation mark stands inside a field',
    ],
    [
      'an open quote',
      'a,b\n1,2\n1,"x\n\n',
      'INPUT_SYNTAX',
      'a.csv, line 3: the record that begins here has a quotation mark that is not closed',
    ],
    ['a column twice', 'a,b,a\n', 'INPUT_SYNTAX', 'a.csv, line 1: two columns are called a'],
    [
      'Latin 1',
      Buffer.from('a\nb\n\xe9\n', 'latin1'),
      'INPUT_SYNTAX',
      'a.csv, line 3: the text is not UTF-8',
    ],
    ['UTF-16', Buffer.from('\ufeffa\nb\n', 'utf16le'), 'INPUT_SYNTAX', 'a.csv, line 1: the text is UTF-16'],
    [
      'a cut gzip',
      gzipSync('a,b\n1,2\n').subarray(0, -5),
      'INPUT_TRUNCATED',
      'a.csv: the gzip data ends in the middle',
    ],
  ])('refuses %s', async (_, content, code, message) => {
    expect(await failure('a.csv', content)).toEqual({ code, message });
  });

  it('refuses damaged gzip, folders and files that are not there', async () => {
    const packed = gzipSync('a,b\n'.repeat(1000));
    packed.fill(0xff, 12, 24);
    expect(await failure('a.csv', packed)).toMatchObject({ code: 'INPUT_UNREADABLE' });
    await expect(readTable(folder)).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
    await expect(readTable(join(folder, 'none.csv'))).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
      message: expect.stringMatching(/none\.csv: there is no such file$/),
    });
  });

  it('refuses lines and records over the limit', async () => {
    const line = { code: 'INPUT_LINE_TOO_LONG', message: 'a.csv, line 3: the line is longer than 10 bytes' };
    expect(await failure('a.csv', `a\n${'x'.repeat(10)}\n${'x'.repeat(11)}\n`, { maxLineBytes: 10 })).toEqual(
      line,
    );
    expect(await failure('a.csv', gzipSync(`a\nb\n${'x'.repeat(1e6)}`), { maxLineBytes: 10 })).toEqual(line);
    expect(await failure('a.csv', `a\n"${'x\n'.repeat(100)}"`, { maxLineBytes: 10 })).toEqual({
      code: 'INPUT_LINE_TOO_LONG',
      message: 'a.csv, line 2: the record that begins here is longer than 10 bytes',
    });
  });

  it('reads back what the csv format writes, with the line of each row', async () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', 'é', '\ufeff') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 10 }), async (rows) => {
        const columns: Record<string, Column> = {
          a: { type: 'string', values: rows.map((row) => row[0]) },
          b: { type: 'string', values: rows.map((row) => row[1]) },
        };
        const content = textOf(csv, columns, rows.length);
        const table = await read('b.csv', content);
        expect(table.rows).toEqual(rows.map(([a, b]) => ({ a, b })));
        let line = 2;
        const starts = rows.map((row) => {
          const start = line;
          line += 1 + row.join('').split('\n').length - 1;
          return start;
        });
        expect(Array.from(table.lines!)).toEqual(starts);
      }),
      { numRuns: 60 },
    );
  });
});

describe('readTable, JSON Lines', () => {
  it('reads objects with their lines', async () => {
    const table = await read('a.jsonl', '{"a":1,"b":[{"c":null}]}\r\n\n{"a":"x"}');
    expect(table.rows).toEqual([{ a: 1, b: [{ c: null }] }, { a: 'x' }]);
    expect(Array.from(table.lines!)).toEqual([1, 3]);
  });

  it('keeps ids that a double does not hold, and the texts of numbers where asked', async () => {
    const row =
      '{"id":12345678901234567890,"x":{"id":12345678901234567890},"s":"\\"id\\":1","n":1.50,"m":1.50}';
    const table = await read('a.jsonl', row, { columns: { n: { type: 'text' } } });
    expect(table.rows).toEqual([
      { id: '12345678901234567890', x: { id: 12345678901234567000 }, s: '"id":1', n: '1.50', m: 1.5 },
    ]);
  });

  it('maps each object by its own keys', async () => {
    const columns = { id: { from: ['id', 'key'] }, n: { optional: true, from: 'count' } };
    const table = await read('a.jsonl', '{"id":1}\n{"key":2,"count":3}\n', { columns });
    expect(table.rows).toEqual([{ id: 1 }, { id: 2, n: 3 }]);
    expect(await failure('a.jsonl', '{"id":1}\n{"x":2}\n', { columns })).toEqual({
      code: 'INPUT_COLUMN_MISSING',
      message: 'a.jsonl, line 2: no column for id (id, key) (found: x)',
    });
  });

  it.each([
    ['{"a":1}\n{"a":\n', 'a.jsonl, line 2: the line is not JSON'],
    ['[1]\n', 'a.jsonl, line 1: the line is not a JSON object'],
  ])('refuses %j', async (content, message) => {
    expect(await failure('a.jsonl', content)).toEqual({ code: 'INPUT_SYNTAX', message });
  });
});
