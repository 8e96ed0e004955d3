import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Column, ColumnSpec, Row } from '@synth/core';
import { rowAt } from '@synth/core';
import * as fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { batchOf, fileOf, tableOf } from '../../test/formats-fixture';
import { parquet } from './parquet';

type Columns = Record<string, Column>;

const fileFor = (
  columns: Columns,
  specs: Partial<Record<string, Partial<ColumnSpec>>> = {},
  codec = 'snappy',
) => {
  const table = tableOf('t', columns);
  const spec = { ...table, columns: table.columns.map((column) => ({ ...column, ...specs[column.name] })) };
  return parquet.files([spec], { dataset: 'test', expectedRows: {}, options: { codec } })[0]!;
};

const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const readBack = (bytes: Uint8Array, compressors = {}): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: arrayBuffer(bytes), compressors });

/** As hyparquet shows values: dates for timestamps. */
const shown = (row: Row, columns: Columns): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      columns[name]!.type === 'timestamp' && value !== null ? new Date(String(value)) : value,
    ]),
  );

const noGaps = (rows: readonly Row[]): Row[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null])));

const sample = (rows: number): Columns => ({
  user_id: {
    type: 'dictionary',
    dictionary: ['ann', 'bob', 'çem'],
    values: Int32Array.from({ length: rows }, (_, i) => Math.floor((3 * i) / rows)),
  },
  plays: { type: 'u32', values: Uint32Array.from({ length: rows }, (_, i) => 4294967295 - i) },
  timestamp: {
    type: 'timestamp',
    values: Float64Array.from({ length: rows }, (_, i) => 1704067200000 + i * 1001),
  },
});

describe('parquet', () => {
  it('is read back by hyparquet, whatever the values', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('', 'a', 'b'));
    const number = fc.double({ noDefaultInfinity: true });
    const row = fc.record({
      text,
      entry: text,
      float: number,
      single: fc.float(),
      whole: fc.integer(),
      count: fc.nat(),
      time: fc.date({ noInvalidDate: true }).map(Number),
      vector: fc.tuple(fc.float(), fc.float()),
      list: fc.array(fc.option(text), { maxLength: 12 }),
      json: fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))),
      valid: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const dictionary = [...new Set(rows.map((one) => one.entry))];
        const valid = Uint8Array.from(rows, (one) => (one.valid ? 1 : 0));
        const offsets = new Int32Array(rows.length + 1);
        rows.forEach((one, i) => (offsets[i + 1] = offsets[i]! + one.list.length));
        const items = rows.flatMap((one) => one.list);
        const columns: Columns = {
          text: { type: 'string', values: rows.map((one) => one.text), valid },
          entry: {
            type: 'dictionary',
            dictionary,
            values: Int32Array.from(rows, (one) => dictionary.indexOf(one.entry)),
            valid,
          },
          float: { type: 'f64', values: Float64Array.from(rows, (one) => one.float), valid },
          single: { type: 'f32', values: Float32Array.from(rows, (one) => one.single) },
          whole: { type: 'i32', values: Int32Array.from(rows, (one) => one.whole), valid },
          count: { type: 'u32', values: Uint32Array.from(rows, (one) => one.count * 2) },
          flag: { type: 'bool', values: valid },
          time: { type: 'timestamp', values: Float64Array.from(rows, (one) => one.time), valid },
          vector: {
            type: 'vector',
            width: 2,
            values: Float32Array.from(rows.flatMap((one) => one.vector)),
            valid,
          },
          list: {
            type: 'list',
            offsets,
            valid,
            values: {
              type: 'string',
              values: items.map((item) => item ?? ''),
              valid: Uint8Array.from(items, (item) => (item === null ? 0 : 1)),
            },
          },
          json: { type: 'json', values: rows.map((one) => one.json) },
        };
        const batch = batchOf('t', rows.length, columns);
        const file = fileFor(columns, { list: { items: 'string' } });
        const back = noGaps(await readBack(fileOf(file, [[batch]], 7)));
        expect(back).toEqual(rows.map((_, i) => shown(rowAt(batch, i), columns)));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['none', 'gzip', 'snappy'])('compresses by %s', async (codec) => {
    const columns = sample(3000);
    const bytes = fileOf(fileFor(columns, {}, codec), [[batchOf('t', 3000, columns)]]);
    const batch = batchOf('t', 3000, columns);
    const gunzip = { GZIP: (input: Uint8Array) => new Uint8Array(zlib.gunzipSync(input)) };
    expect(await readBack(bytes, gunzip)).toEqual(
      Array.from({ length: 3000 }, (_, i) => shown(rowAt(batch, i), columns)),
    );
  });

  it('tells the digest of what is in a row group where compressors differ', () => {
    const batch = batchOf('t', 3000, sample(3000));
    const digestBy = (codec: string, one = batch): string | undefined => {
      const encoder = fileFor(sample(3000), {}, codec).encoder();
      return [...encoder.encode(one), ...encoder.finish()][0]!.digest;
    };
    expect(['none', 'snappy'].map((codec) => digestBy(codec))).toEqual([undefined, undefined]);
    expect(digestBy('gzip')).toMatch(/^[0-9a-f]{64}$/);
    expect(digestBy('gzip')).toBe(digestBy('gzip'));
    expect(digestBy('gzip', batchOf('t', 2999, sample(2999)))).not.toBe(digestBy('gzip'));
  });

  it('compresses by zstd where Node has it, and says so where it has not', async () => {
    const columns = sample(3000);
    const batch = batchOf('t', 3000, columns);
    // Types are those of Node 20, which lacks it.
    const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (input: Uint8Array) => Uint8Array };
    if (zstdDecompressSync !== undefined) {
      const bytes = fileOf(fileFor(columns, {}, 'zstd'), [[batch]]);
      const zstd = { ZSTD: (input: Uint8Array) => new Uint8Array(zstdDecompressSync(input)) };
      expect((await readBack(bytes, zstd)).length).toBe(3000);
    } else {
      expect(() => fileFor(columns, {}, 'zstd')).toThrow(
        expect.objectContaining({
          code: 'FORMAT_UNSUITED',
          value: 'zstd',
          remedy: 'take snappy, or a newer Node',
        }),
      );
    }
  });

  it('writes a row group a block, with bounds and counts of nulls', () => {
    const columns: Columns = {
      ...sample(10),
      price: {
        type: 'f64',
        values: Float64Array.from({ length: 10 }, (_, i) => (i === 4 ? Number.NaN : i - 3)),
        valid: Uint8Array.from({ length: 10 }, (_, i) => (i < 8 ? 1 : 0)),
      },
      note: { type: 'string', values: Array.from({ length: 10 }, () => 'x'.repeat(100)) },
    };
    const batch = batchOf('t', 10, columns);
    const bytes = fileOf(fileFor(columns), [[batch, batch], [], [batch]]);
    const { row_groups: groups, num_rows: rows, schema } = parquetMetadata(arrayBuffer(bytes));
    expect([Number(rows), groups.map((group) => Number(group.num_rows))]).toEqual([30, [20, 10]]);
    const statistics = groups[1]!.columns.map((column) => column.meta_data!.statistics!);
    expect(statistics[0]).toMatchObject({ null_count: 0n, min_value: 'ann', max_value: 'çem' });
    expect(statistics[1]).toMatchObject({ min_value: 4294967286, max_value: 4294967295 });
    expect(statistics[2]).toMatchObject({
      min_value: new Date(1704067200000),
      max_value: new Date(1704067209009),
    });
    expect(statistics[3]).toMatchObject({ null_count: 2n, min_value: -3, max_value: 4 });
    expect(statistics[4]!.min_value).toBeUndefined();
    expect(schema.map(({ name, logical_type: type }) => [name, type?.type])).toEqual([
      ['schema', undefined],
      ['user_id', 'STRING'],
      ['plays', 'INTEGER'],
      ['timestamp', 'TIMESTAMP'],
      ['price', undefined],
      ['note', 'STRING'],
    ]);
  });

  it('takes a dictionary where texts repeat, whatever arrays they come in', async () => {
    const texts = Array.from({ length: 600 }, (_, i) => `item ${i % 50}`);
    const part = (from: number, dictionary: string[]): Columns => ({
      a: {
        type: 'dictionary',
        dictionary,
        values: Int32Array.from({ length: 200 }, (_, i) => dictionary.indexOf(texts[from + i]!)),
      },
    });
    const forwards = texts.slice(0, 50);
    const blocks = [
      batchOf('t', 200, part(0, forwards)),
      batchOf('t', 200, part(200, forwards.toReversed())),
      batchOf('t', 200, { a: { type: 'string', values: texts.slice(400) } }),
    ];
    const file = fileFor(part(0, forwards));
    const bytes = fileOf(file, [blocks, blocks]);
    const { row_groups: groups } = parquetMetadata(arrayBuffer(bytes));
    expect(groups.map((group) => group.columns[0]!.meta_data!.encodings)).toEqual([
      ['PLAIN', 'RLE', 'RLE_DICTIONARY'],
      ['PLAIN', 'RLE', 'RLE_DICTIONARY'],
    ]);
    expect((await readBack(bytes)).map((row) => row['a'])).toEqual([...texts, ...texts]);
  });

  it('is the same whatever the batches, and cuts a large block', async () => {
    const rows = 300_000;
    const columns: Columns = { a: { type: 'i32', values: Int32Array.from({ length: rows }, (_, i) => i) } };
    const batch = batchOf('t', rows, columns);
    const bytes = fileOf(fileFor(columns), [[batch]]);
    expect(Buffer.compare(fileOf(fileFor(columns), [[batch]], 7919), bytes)).toBe(0);
    const { row_groups: groups } = parquetMetadata(arrayBuffer(bytes));
    expect(groups.map((group) => Number(group.num_rows))).toEqual([262_144, 37_856]);
  });

  it('refuses a null where the spec has none, and an empty file is whole', async () => {
    const columns: Columns = { a: { type: 'f64', values: Float64Array.of(1), valid: Uint8Array.of(0) } };
    expect(() => fileOf(fileFor(columns, { a: { nullable: false } }), [[batchOf('t', 1, columns)]])).toThrow(
      expect.objectContaining({ code: 'BATCH_INVALID', field: 'a' }),
    );
    expect(await readBack(fileOf(fileFor(columns), []))).toEqual([]);
  });

  it('is read by DuckDB with its types', async () => {
    const columns: Columns = {
      ...sample(20_000),
      liked: { type: 'bool', values: Uint8Array.from({ length: 20_000 }, (_, i) => i % 2) },
      tags: {
        type: 'list',
        offsets: Int32Array.from({ length: 20_001 }, (_, i) => 2 * i),
        values: { type: 'i32', values: Int32Array.from({ length: 40_000 }, (_, i) => i) },
      },
      taste: { type: 'vector', width: 3, values: Float32Array.from({ length: 60_000 }, (_, i) => i / 4) },
    };
    const folder = mkdtempSync(join(tmpdir(), 'synth-parquet-'));
    const path = join(folder, 't.parquet');
    const batch = batchOf('t', 20_000, columns);
    writeFileSync(path, fileOf(fileFor(columns, { tags: { items: 'i32' } }), [[batch], [batch]]));
    const connection = await (await DuckDBInstance.create()).connect();
    const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
    expect(await query(`describe select * from '${path}'`)).toMatchObject([
      { column_name: 'user_id', column_type: 'VARCHAR' },
      { column_name: 'plays', column_type: 'UINTEGER' },
      { column_name: 'timestamp', column_type: 'TIMESTAMP WITH TIME ZONE' },
      { column_name: 'liked', column_type: 'BOOLEAN' },
      { column_name: 'tags', column_type: 'INTEGER[]' },
      { column_name: 'taste', column_type: 'FLOAT[]' },
    ]);
    expect(
      await query(
        `select count(*) as rows, count(distinct user_id) as users, sum(plays) as plays, epoch_ms(max(timestamp)) as last,
         sum(liked::int) as liked, sum(list_sum(tags)) as tags, sum(list_sum(taste)) as taste
         from '${path}'`,
      ),
    ).toEqual([
      {
        rows: '40000',
        users: '3',
        plays: String(2 * (20_000 * 4294967295 - (20_000 * 19_999) / 2)),
        last: String(1704067200000 + 19_999 * 1001),
        liked: '20000',
        tags: String(40_000 * 39_999),
        taste: (60_000 * 59_999) / 4,
      },
    ]);
    expect(
      await query(`select count(*) as n from '${path}' where user_id = 'bob' and plays > 4294960000`),
    ).toEqual([
      {
        n: String(
          2 *
            Array.from({ length: 20_000 }, (_, i) => i).filter(
              (i) => 4294967295 - i > 4294960000 && Math.floor((3 * i) / 20_000) === 1,
            ).length,
        ),
      },
    ]);
    rmSync(folder, { recursive: true });
  });
});
