import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../src/index';
import { dataIn, RunLab } from './fixtures/run-lab';

let lab: RunLab;
let other: ChildProcess | undefined;

beforeEach(async () => {
  lab = await RunLab.open();
});

afterEach(async () => {
  if (other?.exitCode === null && other.signalCode === null) {
    other.kill('SIGKILL');
    await once(other, 'close');
  }
  await lab.close();
});

const config = { users: 9000, maxPlays: 2 };

/** A run in a process of its own that stands still after its first block. */
async function standingRun(): Promise<ChildProcess> {
  const script = join(__dirname, 'fixtures', 'hold-run.ts');
  const args = ['--conditions=@synth/source', '--import=tsx', script, lab.out];
  other = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(other.stdout!, 'data');
  return other;
}

it('two processes do not write into one folder; after kill -9 the next goes on', async () => {
  const standing = await standingRun();
  for (const overwrite of [false, true]) {
    await expect(run(lab.options({ config, overwrite }))).rejects.toMatchObject({
      code: 'RUN_IN_USE',
      field: 'out',
      message: expect.stringContaining(`process ${standing.pid}`),
      remedy: expect.stringMatching(/wait .* another folder \(--out\)/),
    });
  }
  expect(await readdir(lab.out)).toEqual(['_unfinished']);
  standing.kill('SIGKILL');
  await once(standing, 'exit');
  const { manifest } = await lab.complete({ config });
  expect(manifest.circumstances.keptBlocks).toBeGreaterThan(0);
  expect(await dataIn(lab.out)).toEqual(await lab.reference({ config }));
});

it('of two runs of one process, one is refused', async () => {
  const ended = await Promise.allSettled([run(lab.options()), run(lab.options())]);
  const refused = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  expect(refused).toEqual([expect.objectContaining({ code: 'RUN_IN_USE' })]);
  expect(await dataIn(lab.out)).toEqual(await lab.reference());
  expect((await run(lab.options())).status).toBe('already-complete');
});
