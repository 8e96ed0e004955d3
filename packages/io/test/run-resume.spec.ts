import { copyFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompleteRun, RunEvent, RunOptions } from '../src/index';
import { csv, formatsByName, jsonl, readManifest, run } from '../src/index';
import { liveDataset, oldPlaysDataset } from './fixtures/plays-dataset';
import { dataIn, RunLab } from './fixtures/run-lab';

let lab: RunLab;

beforeEach(async () => {
  lab = await RunLab.open();
});

afterEach(() => lab.close());

let whole: CompleteRun;
let wholeData: Record<string, string>;

beforeAll(async () => {
  const reference = await RunLab.open();
  whole = await reference.complete({ config, formats });
  wholeData = await dataIn(reference.out);
  await reference.close();
});

const config = { users: 20_000, maxPlays: 2 };
const formats = [{ format: csv }, { format: jsonl }];

/** Runs until some blocks are done; returns how many were. */
async function interrupted(blocks: number, more: Partial<RunOptions> = {}): Promise<number> {
  const controller = new AbortController();
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'block-done' && event.blocks >= blocks) controller.abort();
  };
  const result = await run(lab.options({ config, formats, ...more, signal: controller.signal, onEvent }));
  if (result.status !== 'interrupted') throw new Error(result.status);
  expect(await readdir(lab.out)).toEqual(['_unfinished']);
  return result.blocks;
}

/** Ends the run; returns the blocks that were made for it. */
async function resumed(more: Partial<RunOptions> = {}): Promise<number> {
  let made = 0;
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'block-done') made++;
  };
  const result = await lab.complete({ config, formats, ...more, onEvent });
  expect(result.manifest.circumstances.keptBlocks + made).toBe(6);
  return made;
}

const unfinished = (path: string): string => join(lab.out, '_unfinished', path);

describe('an interrupted run', () => {
  it.each([
    ['in order', {}],
    ['in parts', { parts: 3 }],
    ['of a simulated dataset', { dataset: liveDataset, ports: { service: { name: 'echo' } } }],
  ])('keeps what is made: %s', async (_name, more) => {
    expect(await interrupted(3, more)).toBe(3);
    expect(await resumed(more)).toBe(3);
    const again = await lab.complete({ config, formats, ...more, out: join(lab.home, 'again') });
    expect(await dataIn(lab.out)).toEqual(await dataIn(again.out));
    expect((await readManifest(lab.out)).reproducible).toEqual(again.manifest.reproducible);
  });

  it('goes on in formats that frame, compress and patch', async () => {
    const every = {
      config: { users: 9000, maxPlays: 2 },
      formats: formatsByName(['csv.gz', 'jsonl', 'npy', 'parquet']).map((format) => ({ format })),
      tables: ['plays', 'truth_users'],
    };
    expect(await interrupted(2, every)).toBe(2);
    await lab.complete(every);
    expect(await dataIn(lab.out)).toEqual(await lab.reference(every));
  });

  it('may be interrupted again and again', async () => {
    for (const blocks of [1, 2, 4]) await interrupted(blocks);
    expect(await resumed()).toBe(2);
    expect(await dataIn(lab.out)).toEqual(wholeData);
  });

  it('of a simulated dataset drops the block that it gave up', async () => {
    const live = { dataset: liveDataset, ports: { service: { name: 'echo' } } };
    const controller = new AbortController();
    const more = { ...live, config, formats, signal: controller.signal };
    const onEvent = (event: RunEvent): void => {
      if (event.type === 'block-done' && event.blocks === 2) setImmediate(() => controller.abort());
    };
    expect(await run(lab.options({ ...more, onEvent }))).toMatchObject({ status: 'interrupted', blocks: 2 });
    expect(await resumed(live)).toBe(4);
    expect(await dataIn(lab.out)).toEqual(wholeData);
  });

  it('of something else is refused, with what differs', async () => {
    await interrupted(2);
    await expect(run(lab.options({ config: { users: 6000, seed: 1 }, formats }))).rejects.toMatchObject({
      code: 'RESUME_MISMATCH',
      message: expect.stringMatching(/config\.users was 20000 and is 6000/),
      value: expect.arrayContaining(['config.users', 'config.seed']),
      remedy: expect.stringMatching(/--overwrite/),
    });
    await expect(run(lab.options({ config, formats, parts: 2 }))).rejects.toMatchObject({
      message: expect.stringMatching(/parts was not set and is 2/),
    });
    await lab.complete({ config: { users: 6000 }, formats, overwrite: true });
  });

  it.each<[string, Partial<RunOptions>, readonly string[]]>([
    ['a value of the configuration', { config: { ...config, users: 6000 } }, ['config.users']],
    ['the seed', { config: { ...config, seed: 'other' } }, ['config.seed', 'seed']],
    ['an input', { inputs: { songs: { rows: [{ a: 2 }] } } }, ['inputs.songs.sha256']],
    ['another input', { inputs: {} }, ['inputs.songs']],
    ['the formats', { formats: [{ format: csv }] }, ['formats']],
    ['the tables', { tables: ['plays'] }, ['tables']],
    ['the parts', { parts: 2 }, ['parts']],
    ['the version of the dataset', { dataset: oldPlaysDataset }, ['dataset.version']],
  ])('names what differs: %s', async (_name, more, paths) => {
    const inputs = { songs: { rows: [{ a: 1 }] } };
    await interrupted(2, { inputs });
    const error: unknown = await run(lab.options({ config, formats, inputs, ...more })).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ code: 'RESUME_MISMATCH', value: expect.arrayContaining([...paths]) });
    for (const path of paths) expect(String((error as Error).message)).toContain(`${path} was `);
  });
});

describe('what a stopped machine left', () => {
  it('is checked: damaged blocks are made again', async () => {
    await interrupted(4);
    const journal = (await readFile(unfinished('journal.jsonl'), 'utf8')).trimEnd().split('\n');
    const { files } = JSON.parse(journal[3]!) as { files: { bytes: number }[] };
    const bytes = await readFile(unfinished('plays.csv'));
    // Within the third block of the second file of the pass.
    bytes[files[1]!.bytes - 5]! ^= 1;
    await writeFile(unfinished('plays.csv'), bytes);
    expect(await resumed()).toBe(4);
    expect(await dataIn(lab.out)).toEqual(wholeData);
  });

  it.each([
    ['a journal line that is not whole', (): Promise<void> => truncateBy('journal.jsonl', 10), 3],
    ['a file that is too short', (): Promise<void> => truncateBy('plays.jsonl', 1), 3],
    ['a file that is gone', (): Promise<void> => rm(unfinished('songs.csv')), 6],
    ['no journal', (): Promise<void> => rm(unfinished('journal.jsonl')), 6],
    ['no summary', (): Promise<void> => rm(unfinished('summary.bin')), 2],
    ['half a summary', (): Promise<void> => truncateBy('summary.bin', 20), 2],
    ['bytes of a block that is not in the journal', (): Promise<void> => appendTo('plays.csv'), 2],
  ])('%s', async (_name, damage, made) => {
    await interrupted(4);
    await damage();
    expect(await resumed()).toBe(made);
    expect(await dataIn(lab.out)).toEqual(wholeData);
    expect((await readManifest(lab.out)).reproducible).toEqual(whole.manifest.reproducible);
  });

  async function truncateBy(path: string, bytes: number): Promise<void> {
    await truncate(unfinished(path), (await readFile(unfinished(path))).length - bytes);
  }

  async function appendTo(path: string): Promise<void> {
    await writeFile(unfinished(path), 'u0000001,s1', { flag: 'a' });
  }

  it('files that were being put in their places', async () => {
    await lab.complete({ config, formats });
    // As it is when a run is killed between two renames.
    await interruptedElsewhere();
    for (const name of ['manifest.json', 'card.md', 'truth_users.jsonl', 'plays.csv']) {
      await rename(join(lab.out, name), unfinished(name));
    }
    expect((await run(lab.options({ config, formats }))).status).toBe('complete');
    expect(await dataIn(lab.out)).toEqual(wholeData);
    expect((await run(lab.options({ config, formats }))).status).toBe('already-complete');
  });

  /** The journal of the same run, in a folder that holds it whole. */
  async function interruptedElsewhere(): Promise<void> {
    const other = join(lab.home, 'other');
    const controller = new AbortController();
    controller.abort();
    await run(lab.options({ config, formats, out: other, signal: controller.signal }));
    await mkdir(join(lab.out, '_unfinished'));
    await copyFile(join(other, '_unfinished', 'journal.jsonl'), unfinished('journal.jsonl'));
  }
});
