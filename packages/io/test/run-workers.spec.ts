import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunEvent, RunOptions } from '../src/index';
import { csv, jsonl, run } from '../src/index';
import { StalledWork } from '../src/workers/shared-work';
import { liveDataset, playsDataset } from './fixtures/plays-dataset';
import { dataIn, RunLab } from './fixtures/run-lab';

let lab: RunLab;

beforeEach(async () => {
  lab = await RunLab.open();
});

afterEach(() => lab.close());

const config = { users: 20_000, maxPlays: 3 };
const formats = [{ format: csv }, { format: jsonl }];

it('workers make the same bytes as the calling thread, and the same figures', async () => {
  const events: RunEvent[] = [];
  const options = { config: { ...config, together: 3 }, formats };
  const made = await lab.complete({ ...options, workers: 3, onEvent: (event) => events.push(event) });
  expect(made.workers).toBe(3);
  expect(await dataIn(lab.out)).toEqual(await lab.reference(options));
  const alone = await lab.complete({ ...options, out: `${lab.out}-alone` });
  expect(made.manifest.reproducible).toEqual(alone.manifest.reproducible);
  const blocks = events.filter((event) => event.type === 'block-done');
  expect(blocks.map((event) => [event.stage, event.block])).toEqual([
    ['songs', 0],
    ...[0, 1, 2, 3, 4].map((block) => ['users', block]),
  ]);
});

it.each([{}, { parts: 4 }])(
  'the calling thread makes blocks while the other threads start: %j',
  async (more) => {
    const generate = jest.fn(playsDataset.generate);
    const options = { config, formats, ...more };
    await lab.complete({ ...options, dataset: { ...playsDataset, generate }, workers: 2 });
    expect(generate.mock.calls[0]![1]).toMatchObject({ stage: 'songs', index: 0 });
    expect(await dataIn(lab.out)).toEqual(await lab.reference(options));
  },
);

it('the calling thread prepares by itself where another thread does not end its part', async () => {
  const prepare = jest.fn(playsDataset.prepare);
  const dataset = {
    ...playsDataset,
    prepare: (...given: Parameters<typeof prepare>) => {
      const [, , , work] = given;
      if (work !== undefined) throw new StalledWork();
      return prepare(...given);
    },
  };
  await lab.complete({ config, dataset, workers: 2 });
  expect(prepare).toHaveBeenCalledTimes(1);
  expect(await dataIn(lab.out)).toEqual(await lab.reference({ config }));
});

it('nobody takes a block any more when the run is to end', async () => {
  const more = { config: { ...config, users: 60_000 }, formats, workers: 2 };
  const controller = new AbortController();
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'block-done') controller.abort();
  };
  const first = await run(lab.options({ ...more, signal: controller.signal, onEvent }));
  expect(first).toMatchObject({ status: 'interrupted', allBlocks: 16 });
  const ended = await lab.complete(more);
  expect(ended.manifest.circumstances.keptBlocks).toBeGreaterThan(0);
  expect(await dataIn(lab.out)).toEqual(await lab.reference({ config: more.config, formats }));
});

it('parts are written by workers, interrupted and gone on with', async () => {
  const more = { config: { ...config, together: 2 }, formats, parts: 4 };
  const controller = new AbortController();
  const onEvent = (event: RunEvent): void => {
    if (event.type === 'block-done') controller.abort();
  };
  const first = await run(lab.options({ ...more, workers: 2, signal: controller.signal, onEvent }));
  expect(first.status).toBe('interrupted');
  const ended = await lab.complete({ ...more, workers: 2 });
  expect(ended.manifest.circumstances.keptBlocks).toBeGreaterThan(0);
  expect(await dataIn(lab.out)).toEqual(await lab.reference(more));
  const alone = await lab.complete({ ...more, out: `${lab.out}-alone` });
  expect(ended.manifest.reproducible).toEqual(alone.manifest.reproducible);
});

it.each<{ parts?: number }>([{}, { parts: 3 }])(
  '1, 2 and 7 workers make the same bytes: %j',
  async (more) => {
    const alone = await lab.reference({ config, formats, ...more });
    const most = more.parts ?? 5;
    for (const workers of [2, 7]) {
      const out = `${lab.out}-${workers}`;
      const together = Math.min(workers, most);
      const made = await lab.complete({ config: { ...config, together }, formats, ...more, out, workers });
      expect(made.workers).toBeGreaterThanOrEqual(together);
      expect(await dataIn(out)).toEqual(alone);
    }
  },
  30_000,
);

it.each([
  ['exit', { code: 'WORKER_DIED' }],
  ['throw', { message: 'the dataset has a defect', stack: expect.stringMatching(/plays-dataset/) }],
  ['refuse', { code: 'CONFIG_INVALID', field: 'users', value: 2 }],
])('a worker that fails: %s', async (fails, expected) => {
  await expect(run(lab.options({ config: { ...config, fails }, workers: 2 }))).rejects.toMatchObject(
    expected,
  );
});

it.each([{}, { parts: 3 }])('after a worker died, the next run goes on: %j', async (more) => {
  const cause = join(lab.home, 'cause');
  await writeFile(cause, '');
  const unwell = { config: { ...config, fails: 'exit', failsWhile: cause }, workers: 2, ...more };
  await expect(run(lab.options(unwell))).rejects.toMatchObject({ code: 'WORKER_DIED' });
  expect(await readdir(lab.out)).toEqual(['_unfinished']);
  await rm(cause);
  await lab.complete(unwell);
  expect(await dataIn(lab.out)).toEqual(await lab.reference({ config, ...more }));
});

it('a dataset that workers cannot import', async () => {
  // The calling thread goes on as long as the other has not failed.
  const unending = { ...config, fails: 'exit' };
  const at = (specifier: string, name = 'playsDataset'): Partial<RunOptions> => ({
    dataset: { ...playsDataset, module: { specifier, export: name } },
    config: unending,
    workers: 2,
  });
  await expect(run(lab.options(at('@synth/there-is-no-such')))).rejects.toMatchObject({
    code: 'DATASET_UNLOADABLE',
  });
  const { specifier } = playsDataset.module!;
  await expect(run(lab.options(at(specifier, 'oldPlaysDataset')))).rejects.toMatchObject({
    code: 'DATASET_UNLOADABLE',
  });
});

it('says why the calling thread does it', async () => {
  const { module: _module, ...withoutModule } = playsDataset;
  const cases: [Partial<RunOptions>, RegExp][] = [
    [{ dataset: withoutModule }, /does not say where/],
    [{ dataset: liveDataset, ports: { service: { name: 'echo' } } }, /talks to the outside/],
    [{ sinks: [{ name: 'none', write: async () => undefined, close: async () => undefined }] }, /sinks/],
    [{ formats: [{ format: { ...csv, name: 'own' } }] }, /format own/],
  ];
  for (const [more, reason] of cases) {
    const started: RunEvent[] = [];
    await run(
      lab.options({ config, workers: 2, overwrite: true, onEvent: (event) => started.push(event), ...more }),
    );
    expect(started[0]).toMatchObject({ workers: 1, workersBecause: expect.stringMatching(reason) });
  }
});
