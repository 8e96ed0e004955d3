import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Column } from '@synth/core';
import { openTables, rowAt, valueAt } from '@synth/core';
import { csv, jsonl, run } from '../src/index';
import { mergedBatches } from '../src/run/time-order/merge-runs';
import { SortedRuns } from '../src/run/time-order/sorted-runs';
import { takeRows } from '../src/run/time-order/take-rows';
import { playsDataset } from './fixtures/plays-dataset';
import { dataIn, RunLab } from './fixtures/run-lab';

let lab: RunLab;

beforeEach(async () => {
  lab = await RunLab.open();
});

afterEach(() => lab.close());

const config = { users: 9000, maxPlays: 3 };
const formats = [{ format: csv }, { format: jsonl }];

it('rows by time: the same rows, stably sorted', async () => {
  const result = await lab.complete({ config, formats, order: 'time' });
  expect(result.files.map((file) => file.path).sort()).toEqual([
    'plays.csv',
    'plays.jsonl',
    'songs.csv',
    'songs.jsonl',
    'truth_users.csv',
    'truth_users.jsonl',
  ]);
  const rows = [...openTables(playsDataset, playsDataset.config.parse(config)).rows('plays')];
  const expected = rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => Date.parse(String(a.row['at'])) - Date.parse(String(b.row['at'])) || a.index - b.index)
    .map(({ row }) => Object.values(row).join(','));
  const lines = (await readFile(join(lab.out, 'plays.csv'), 'utf8')).trimEnd().split('\n');
  expect(lines.slice(1)).toEqual(expected);
  const other = await lab.reference({ config, formats });
  expect((await dataIn(lab.out))['songs.csv']).toBe(other['songs.csv']);
});

it('is gone on with after an interruption', async () => {
  const controller = new AbortController();
  const onEvent = (event: { type: string; blocks: number }): void => {
    if (event.type === 'block-done' && event.blocks === 3) controller.abort();
  };
  const more = { config, formats, order: 'time' } as const;
  const first = await run(lab.options({ ...more, signal: controller.signal, onEvent }));
  expect(first.status).toBe('interrupted');
  expect((await lab.complete(more)).manifest.circumstances.keptBlocks).toBe(3);
  expect(await dataIn(lab.out)).toEqual(await lab.reference(more));
});

it('does not go with parts', async () => {
  await expect(run(lab.options({ order: 'time', parts: 2 }))).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    field: 'parts',
  });
});

it('many runs are merged in steps', async () => {
  const runs = new SortedRuns('t', 'at');
  const encoder = runs.encoder();
  const assembler = runs.assembler();
  const times = Array.from({ length: 9 }, (_, block) =>
    Array.from({ length: 5 }, (_, i) => (i * 7 + block) % 4),
  );
  const pieces: Uint8Array[] = [];
  let offset = 0;
  times.forEach((values, block) => {
    const at: Column = { type: 'i32', values: Int32Array.from(values) };
    const id: Column = { type: 'string', values: values.map((_, i) => `${block}.${i}`) };
    encoder.encode({ table: 't', rows: values.length, columns: { at, id } });
    for (const chunk of encoder.finish()) {
      pieces.push(...assembler.append(chunk, offset));
      offset += chunk.bytes.length;
    }
  });
  const path = join(lab.home, 't.runs');
  await writeFile(path, Buffer.concat(pieces));
  const rows: unknown[] = [];
  for await (const batch of mergedBatches(path, runs.runs, 'at', 2)) {
    for (let i = 0; i < batch.rows; i++) rows.push(Object.values(rowAt(batch, i)));
  }
  const expected = times.flatMap((values, block) =>
    values.map((time, i): [number, string] => [time, `${block}.${i}`]),
  );
  expect(rows).toEqual(expected.sort(([a], [b]) => a - b));
  expect(await readdir(lab.home)).toEqual(['t.runs']);
});

it('takeRows takes every type of column', () => {
  const valid = Uint8Array.of(1, 0, 1);
  const columns: Record<string, Column> = {
    a: { type: 'f32', values: Float32Array.of(1, 2, 3), valid },
    b: { type: 'u32', values: Uint32Array.of(1, 2, 4_000_000_000) },
    c: { type: 'dictionary', values: Int32Array.of(5, 1, 5), dictionary: ['', 'x', '', '', '', 'y'], valid },
    d: { type: 'vector', values: Float32Array.of(1, 2, 3, 4, 5, 6), width: 2 },
    e: {
      type: 'list',
      offsets: Int32Array.of(0, 2, 2, 3),
      values: { type: 'string', values: ['p', 'q', 'r'], valid },
    },
    f: { type: 'json', values: [{ a: 1 }, [2], null] },
    g: { type: 'bool', values: Uint8Array.of(1, 0, 1) },
  };
  const batch = { table: 't', rows: 3, columns };
  const taken = takeRows({
    batches: [batch, batch],
    sources: Int32Array.of(1, 0, 0, 1),
    rows: Int32Array.of(2, 0, 1, 0),
  });
  for (const name of Object.keys(columns)) {
    const values = [2, 0, 1, 0].map((row) => valueAt(columns[name]!, row));
    expect([0, 1, 2, 3].map((row) => valueAt(taken.columns[name]!, row))).toEqual(values);
  }
  expect(taken.columns['c']).toMatchObject({ dictionary: ['y'] });
});
