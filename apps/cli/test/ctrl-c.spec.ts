import type { ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { synth } from './fixtures/synth-process';

let folder: string;
let held: string;
let out: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synth-ctrl-c-'));
  held = join(folder, 'hold');
  out = join(folder, 'out');
});

afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  await rm(out, { recursive: true, force: true });
  await rm(held, { force: true });
});

afterAll(() => rm(folder, { recursive: true }));

const blocks = 8;

/** Starts a run of a generator whose blocks stand still while the file of --held-by is there. */
function start(generator: string, workers: number, to = out) {
  const words = ['simulate', generator, '--users', String(blocks * 4096), '--held-by', held];
  const args = [...words, '--workers', String(workers), '--out', to];
  const started = synth(args, {}, undefined, join(__dirname, 'fixtures', 'add-held-plays.ts'));
  child = started.child;
  return { ...started, again: `go on with:  npx @synth/cli ${args.join(' ')}\n` };
}

/** Until the error output has had a text so many times. */
function told({ stderr }: ChildProcess, text: string, times = 1): Promise<void> {
  let all = '';
  return new Promise((resolve, reject) => {
    stderr!.on('data', (data) => {
      all += String(data);
      if (all.split(text).length > times) resolve();
    });
    stderr!.on('close', () => reject(new Error(`ended without "${text}": ${all}`)));
  });
}

const notice = 'stopping after the current blocks; Ctrl-C again stops at once\n';

/** A run that stands in its blocks and was asked once to stop. */
async function stopping(generator: string, workers: number) {
  await writeFile(held, '');
  const run = start(generator, workers);
  const isNoticed = told(run.child, notice);
  await told(run.child, 'holding\n', workers);
  run.child.kill('SIGINT');
  await isNoticed;
  return run;
}

async function dataIn(folder: string): Promise<Record<string, string>> {
  // The manifest also tells when and where.
  const names = (await readdir(folder)).filter((name) => name !== 'manifest.json');
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at]!]));
}

describe.each([
  ['waiting', 1],
  ['held', 2],
])('a run of %s in %i threads', (generator, workers) => {
  let undisturbed: Record<string, string>;

  beforeAll(async () => {
    const to = join(folder, generator);
    expect((await start(generator, 1, to).ended).code).toBe(0);
    undisturbed = await dataIn(to);
  });

  /** The same command ends the run, and its files are those of a run that nobody stopped. */
  async function goesOn(): Promise<{ keptBlocks: number }> {
    await rm(held, { force: true });
    expect((await start(generator, workers).ended).code).toBe(0);
    expect(await dataIn(out)).toEqual(undisturbed);
    return JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')).circumstances;
  }

  it('ends at Ctrl-C after its blocks and says how to go on', async () => {
    const { ended, again } = await stopping(generator, workers);
    await rm(held);
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain(again);
    const [, made] = /stopped after (\d+) of 8 blocks\n/.exec(stderr)!;
    expect(Number(made)).toBeLessThan(blocks);
    expect(await readdir(out)).toEqual(['_unfinished']);
    expect((await goesOn()).keptBlocks).toBe(Number(made));
  });

  it('ends at once at a second Ctrl-C, while its blocks still stand', async () => {
    const { child, ended } = await stopping(generator, workers);
    // Another one within 300 ms counts as the same.
    await sleep(400);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).not.toContain('go on with');
    expect(await readdir(out)).toEqual(['_unfinished']);
    await goesOn();
  });
});

it('ends a command at once that has nothing to finish', async () => {
  // Until somebody writes into it, a named pipe keeps who reads it waiting.
  const pipe = join(folder, 'rows.csv');
  execFileSync('mkfifo', [pipe]);
  const started = synth(['verify', pipe]);
  child = started.child;
  const writer = await open(pipe, 'w');
  const ended = once(started.child, 'exit');
  started.child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  await writer.close();
});
