import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, Sink, SinkContext } from '@synth/core';
import { canonicalJson, openTables } from '@synth/core';
import type { RunEvent } from '../src/index';
import { csv, formatsByName, jsonl, readManifest, run, verifyFiles } from '../src/index';
import { runCard } from './fixtures/run-card';
import { liveDataset, playsDataset } from './fixtures/plays-dataset';
import { clock, dataIn, filesIn, RunLab, sha256 } from './fixtures/run-lab';

let lab: RunLab;

beforeEach(async () => {
  lab = await RunLab.open();
});

afterEach(() => lab.close());

describe('run', () => {
  it('writes a file a table, whole', async () => {
    const result = await run(lab.options());
    expect(result.status).toBe('complete');
    expect(Object.keys(await filesIn(lab.out)).sort()).toEqual([
      'card.md',
      'manifest.json',
      'plays.csv',
      'songs.csv',
      'truth_users.csv',
    ]);
    const lines = (await readFile(join(lab.out, 'plays.csv'), 'utf8')).trimEnd().split('\n');
    const config = playsDataset.config.parse({ users: 5000 });
    const tables = openTables(playsDataset, config);
    expect(lines.length - 1).toBe(result.rows['plays']);
    const [first] = tables.rows('plays');
    expect(lines[0]).toBe('user_id,song_id,at,liked');
    expect(lines[1]).toBe(Object.values(first!).join(','));
    const last = [...tables.rows('plays', { entities: [4999, 5000] })].at(-1)!;
    expect(lines.at(-1)).toBe(Object.values(last).join(','));
  });

  it('says in the manifest all that is needed to make it again', async () => {
    const result = await run(
      lab.options({ inputs: { songs: { rows: [{ b: 1, a: 'x' }], source: 'songs.csv' } } }),
    );
    const { reproducible, circumstances } = await readManifest(lab.out);
    expect(reproducible).toMatchObject({
      dataset: { name: 'plays', version: '1.0.0' },
      config: { seed: 'synth', users: 5000, songs: 300, maxPlays: 12 },
      seed: 'synth',
      inputs: { songs: { rows: 1, sha256: sha256(Buffer.from('{"a":"x","b":1}\n')), source: 'songs.csv' } },
      planHash: result.planHash,
      formats: [{ name: 'csv', options: {} }],
      describe: { rows: result.rows, plays: result.rows['plays'] },
    });
    expect(Object.keys(reproducible.packages)).toEqual(['@synth/core', '@synth/io']);
    expect(reproducible.tables.map((table) => [table.name, table.rows])).toEqual(Object.entries(result.rows));
    const files = await filesIn(lab.out);
    expect(reproducible.files.map((file) => [file.path, file.sha256])).toEqual(
      ['songs', 'plays', 'truth_users'].map((table) => [`${table}.csv`, files[`${table}.csv`]]),
    );
    expect(circumstances).toEqual({
      started: '2023-11-14T22:13:20.000Z',
      milliseconds: 0,
      keptBlocks: 0,
      workers: 1,
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
    });
    const text = await readFile(join(lab.out, 'manifest.json'), 'utf8');
    expect(text).toBe(`${JSON.stringify(JSON.parse(canonicalJson(JSON.parse(text))), null, 2)}\n`);
  });

  it('has nothing in the manifest beyond what is documented, and the reproducible part apart', async () => {
    await run(lab.options({ formats: [{ format: csv }, { format: jsonl }], parts: 2, workers: 1 }));
    const manifest = await readManifest(lab.out);
    expect(Object.keys(manifest).sort()).toEqual(['circumstances', 'manifestVersion', 'reproducible']);
    expect(Object.keys(manifest.circumstances).sort()).toEqual([
      'keptBlocks',
      'milliseconds',
      'node',
      'platform',
      'started',
      'workers',
    ]);
    const { reproducible } = manifest;
    expect(Object.keys(reproducible).sort()).toEqual([
      'config',
      'dataset',
      'describe',
      'files',
      'formats',
      'inputs',
      'packages',
      'parts',
      'plan',
      'planHash',
      'ports',
      'sections',
      'seed',
      'tables',
    ]);
    expect(reproducible.plan.stages.map(({ name, entities }) => [name, entities])).toEqual([
      ['songs', 300],
      ['users', 5000],
    ]);
    expect(reproducible.planHash).toMatch(/^[0-9a-f]{64}$/);
    // Each part has its digest, and the parts have all rows.
    const onDisk = await dataIn(lab.out);
    expect(Object.fromEntries(reproducible.files.map((file) => [file.path, file.sha256]))).toEqual(onDisk);
    for (const { name, rows } of reproducible.tables) {
      const parts = reproducible.files.filter(({ format, tables }) => format === 'csv' && tables[0] === name);
      expect([parts.length, parts.reduce((sum, file) => sum + file.rows, 0)]).toEqual([2, rows]);
    }
  });

  it('has the same reproducible part whenever and by whatever batches it runs', async () => {
    await run(lab.options());
    const later = join(lab.home, 'later');
    await run(lab.options({ out: later, clock: { ...clock, now: () => 1e12 } }));
    const [a, b] = [await readManifest(lab.out), await readManifest(later)];
    expect(b.reproducible).toEqual(a.reproducible);
    expect(b.circumstances).not.toEqual(a.circumstances);
    const files = await dataIn(lab.out);
    expect(await lab.reference({ config: { users: 5000, batchRows: 777 } })).toEqual(files);
  });

  it('explains the data to a stranger', async () => {
    await run(lab.options({ inputs: { songs: { rows: [{ a: 1 }], source: 'songs.csv' } } }));
    const card = await readFile(join(lab.out, 'card.md'), 'utf8');
    expect(card).toContain('# plays: synthetic data\n\nWho played which song, and when. Made by a simulator');
    expect(card).toContain('songs from songs.csv (1 rows)');
    expect(card).toContain('- Not good for anything else.');
    expect(card).toContain('| tempo | f64 or null | how fast it is (bpm) |');
    expect(card).toContain('| tags | list of string | words \\| about it |');
    expect(card).toContain(
      "plays = pd.read_csv('plays.csv', dtype={'user_id': str, 'song_id': str}, parse_dates=['at'])",
    );
    expect(card).toContain("SELECT * FROM 'plays.csv';");
    expect(card).toContain("for await (const { row } of readRows('plays.csv'))");
    expect(card).toContain('What was copied from songs.csv keeps its own licence.');
    expect(card).toMatch(
      /npx @synth\/cli@\S+ simulate plays --config config\.json --songs songs\.csv --format csv/,
    );
    expect(card).toMatch(/\| most played \| \d+ \|/);
  });

  it('has a card with the limits of the data and the licence of what is made up', async () => {
    await run(lab.options());
    const card = await readFile(join(lab.out, 'card.md'), 'utf8');
    const section = (title: string): string => card.split(`## ${title}\n`)[1]!.split('\n## ')[0]!;
    expect(section('What it is good for, and what not')).toContain('- Not good for anything else.\n');
    expect(section('What it is good for, and what not')).toContain('do not train on them');
    expect(section('Licence').trim()).toBe(
      'The rows are made up: use them as CC0 1.0, without conditions and without warranty.',
    );
  });

  it.each(['csv', 'csv.gz', 'jsonl'])('has a card whose TypeScript reads %s', async (name) => {
    const formats = formatsByName([name]).map((format) => ({ format }));
    const { rows } = await lab.complete({ formats, tables: ['plays', 'truth_users'] });
    expect((await runCard(lab.out)).rows).toBe(rows['plays']! + rows['truth_users']!);
  });

  it('has a card whose TypeScript reads Parquet', async () => {
    const formats = formatsByName(['parquet']).map((format) => ({ format }));
    const { rows } = await lab.complete({ formats, tables: ['plays', 'truth_users'] });
    const { tables } = await runCard(lab.out);
    expect([tables['plays']?.length, tables['truth_users']?.length]).toEqual([
      rows['plays'],
      rows['truth_users'],
    ]);
    expect(tables['plays']?.[0]).toMatchObject({ user_id: 'u0000000', at: expect.any(Date) });
  });

  it('writes several formats, and only the tables that are wanted', async () => {
    const result = await run(
      lab.options({ formats: [{ format: csv }, { format: jsonl }], tables: ['plays'] }),
    );
    expect(Object.keys(await filesIn(lab.out)).sort()).toEqual([
      'card.md',
      'manifest.json',
      'plays.csv',
      'plays.jsonl',
    ]);
    expect(Object.keys(result.rows)).toEqual(['plays']);
    expect((await lab.reference())['plays.csv']).toBe((await filesIn(lab.out))['plays.csv']);
  });

  it('writes tables without rows', async () => {
    await run(lab.options({ config: { users: 0 } }));
    expect(await readFile(join(lab.out, 'plays.csv'), 'utf8')).toBe('user_id,song_id,at,liked\n');
  });

  it('tells how far it is', async () => {
    const events: RunEvent[] = [];
    const result = await run(lab.options({ onEvent: (event) => events.push(event) }));
    expect(events.map((event) => event.type)).toEqual([
      'run-started',
      'block-done',
      'block-done',
      'block-done',
      'file-done',
      'file-done',
      'file-done',
      'run-finished',
    ]);
    const total = Object.values(result.rows).reduce((sum, count) => sum + count, 0);
    expect(events.at(-1)).toMatchObject({
      rows: total,
      blocks: 3,
      allBlocks: 3,
      workers: 1,
      expectedRows: 300 + 5000 * 6.5 + 5000,
      status: 'complete',
    });
    expect(events.at(-1)!.bytes).toBe(result.status === 'complete' ? result.bytes : undefined);
  });

  it('plans without writing', async () => {
    const planned = await run(lab.options({ dryRun: true }));
    if (planned.status !== 'planned') throw new Error(planned.status);
    expect(await readdir(lab.home)).toEqual([]);
    expect(planned.rows).toEqual({ songs: 300, plays: 32_500, truth_users: 5000 });
    const made = await run(lab.options());
    if (made.status !== 'complete') throw new Error(made.status);
    expect(planned.planHash).toBe(made.planHash);
    expect(planned.blocks).toBe(3);
    for (const [index, file] of planned.files.entries()) {
      expect(Math.abs(file.bytes! / made.files[index]!.bytes - 1)).toBeLessThan(0.03);
    }
  });

  it('runs a simulated dataset, without a guess of its size', async () => {
    const live = { dataset: liveDataset, ports: { service: { name: 'echo', details: { version: 2 } } } };
    const planned = await run(lab.options({ ...live, dryRun: true }));
    expect(planned.status === 'planned' && planned.files.map((file) => file.bytes)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await lab.reference(live)).toEqual(await lab.reference());
    await run(lab.options(live));
    expect((await readManifest(lab.out)).reproducible.ports).toEqual({
      service: { name: 'echo', details: { version: 2 } },
    });
  });

  it('feeds sinks in order with stable ids', async () => {
    const calls: string[] = [];
    const seen: [Batch, SinkContext | undefined][] = [];
    const sink: Sink = {
      name: 'memory',
      open: async (tables) => void calls.push(`open ${tables.length}`),
      write: async (batch, context) => void seen.push([batch, context]),
      flush: async () => void calls.push('flush'),
      close: async () => void calls.push('close'),
    };
    const result = await run(lab.options({ sinks: [sink], config: { users: 5000, batchRows: 1000 } }));
    expect(calls).toEqual(['open 3', 'flush', 'flush', 'flush', 'close']);
    let next = 0;
    for (const [batch, context] of seen.filter(([batch]) => batch.table === 'plays')) {
      expect(context).toMatchObject({ idPrefix: 'plays@1.0.0/plays', firstRow: next });
      next += batch.rows;
    }
    expect(next).toBe(result.rows['plays']);
  });
});

describe('a folder that holds something', () => {
  it('is left as it is when it holds the same run', async () => {
    const first = await run(lab.options());
    const before = await filesIn(lab.out);
    const again = await run(lab.options({ clock: { ...clock, now: () => 5 } }));
    expect(again).toMatchObject({ status: 'already-complete', rows: first.rows });
    expect(await filesIn(lab.out)).toEqual(before);
  });

  it('is refused when it holds another run, a damaged one, or anything else', async () => {
    await run(lab.options());
    await expect(run(lab.options({ config: { users: 9 } }))).rejects.toMatchObject({
      code: 'OUTPUT_EXISTS',
      remedy: expect.stringMatching(/--out.*--overwrite/),
    });
    await writeFile(join(lab.out, 'plays.csv'), 'x');
    await expect(run(lab.options())).rejects.toMatchObject({ code: 'OUTPUT_EXISTS', value: ['plays.csv'] });
    const foreign = join(lab.home, 'foreign');
    await mkdir(foreign);
    await writeFile(join(foreign, 'thesis.txt'), 'years of work');
    await expect(run(lab.options({ out: foreign }))).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' });
    await run(lab.options({ out: foreign, overwrite: true }));
    expect(await readFile(join(foreign, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  it('is replaced on demand, with what the earlier run left and nothing else', async () => {
    await run(lab.options({ formats: [{ format: jsonl }] }));
    await writeFile(join(lab.out, 'notes.txt'), 'mine');
    await run(lab.options({ overwrite: true, tables: ['plays'] }));
    expect(Object.keys(await filesIn(lab.out)).sort()).toEqual([
      'card.md',
      'manifest.json',
      'notes.txt',
      'plays.csv',
    ]);
  });
});

describe('verifyFiles', () => {
  it('finds what is missing, changed and unexpected', async () => {
    await run(lab.options());
    expect(await verifyFiles(lab.out)).toMatchObject({ ok: true, missing: [], changed: [], unexpected: [] });
    await writeFile(join(lab.out, 'new.txt'), '');
    expect(await verifyFiles(lab.out)).toMatchObject({ ok: true, unexpected: ['new.txt'] });
    const bytes = await readFile(join(lab.out, 'plays.csv'));
    bytes[100]! ^= 1;
    await writeFile(join(lab.out, 'plays.csv'), bytes);
    await rm(join(lab.out, 'songs.csv'));
    expect(await verifyFiles(lab.out)).toMatchObject({
      ok: false,
      right: ['truth_users.csv'],
      missing: ['songs.csv'],
      changed: ['plays.csv'],
    });
  });

  it('needs a manifest', async () => {
    await expect(verifyFiles(lab.home)).rejects.toMatchObject({ code: 'MANIFEST_MISSING' });
    await writeFile(join(lab.home, 'manifest.json'), '{"manifestVersion":2}');
    await expect(verifyFiles(lab.home)).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
  });
});

describe('options that are wrong', () => {
  it.each([
    [{ tables: ['play'] }, 'TABLE_UNKNOWN', /did you mean plays\?/],
    [{ config: { userz: 1 } }, 'CONFIG_INVALID', /did you mean users\?/],
    [{ workers: 0 }, 'CONFIG_INVALID', /workers/],
    [{ out: '' }, 'CONFIG_INVALID', /out/],
    [{ formats: [{ format: csv }, { format: csv }] }, 'OUTPUT_EXISTS', /songs\.csv/],
  ])('%j', async (more, code, message) => {
    await expect(run(lab.options(more))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(await readdir(lab.home)).toEqual([]);
  });

  it('a file in place of the folder', async () => {
    await writeFile(lab.out, '');
    await expect(run(lab.options())).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
    await expect(run(lab.options({ out: join(lab.out, 'below') }))).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
    });
  });
});
