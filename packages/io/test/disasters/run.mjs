// What the outside does to a run, for real: a full disk, a read-only one, a folder that goes away, a reader that goes
// away, a file that may not grow, a worker out of memory. Each ends with a coded error and exit code 3, leaves no half
// file, and the same command afterwards makes the right bytes.
//
//   node packages/io/test/disasters/run.mjs
//
// Disks are small tmpfs mounts in a namespace of this process (util-linux `unshare`, root or user namespaces). What
// cannot be run here is named, and fails where CI is set.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const here = import.meta.dirname;
const root = join(here, '../../../..');
const script = join(here, 'run-plays.ts');

// Mounts need a namespace of their own: begin again in one.
const inside = 'SYNTH_MOUNTS';
if (process.env[inside] === undefined && process.platform === 'linux') {
  const flags = ['-m', '-rm'].find((flag) => spawnSync('unshare', [flag, 'true']).status === 0);
  if (flags !== undefined) {
    const { status } = spawnSync('unshare', [flags, process.execPath, import.meta.filename], {
      stdio: 'inherit',
      env: { ...process.env, [inside]: 'yes' },
    });
    process.exit(status ?? 1);
  }
}
const home = mkdtempSync(join(tmpdir(), 'disasters-'));
const hasMounts = process.env[inside] !== undefined;

const modes = [
  { workers: 1 },
  { workers: 2 },
  { workers: 2, parts: 4 },
  { workers: 2, order: 'time' },
  { workers: 1, formats: ['parquet', 'csv.gz'] },
];
const config = { users: 40_000, maxPlays: 10 };
const textOf = (mode) => JSON.stringify({ config, formats: ['csv'], tables: ['plays'], ...mode });

const parsed = (line) => {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
};

/** Starts a run; `ended` has its exit code, or the signal, and the facts of its last line. */
function start(out, options, { before = [], node = [] } = {}) {
  const args = [...node, '--conditions=@synth/source', '--import', 'tsx', script, out, options];
  const [program, ...more] = [...before, process.execPath, ...args];
  const child = spawn(program, more, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += data));
  child.stderr.on('data', (data) => (stderr += data));
  const ended = new Promise((resolve) =>
    child.on('close', (exit, signal) => {
      const line = stdout.trim().split('\n').at(-1);
      resolve({ exit: exit ?? signal, stderr, ...parsed(line) });
    }),
  );
  return { child, ended };
}

const ran = (out, options, how) => start(out, options, how).ended;

function expectThat(holds, message) {
  if (!holds) throw new Error(message);
}

function expectFailure(result, code) {
  expectThat(
    result.exit === 3 && result.code === code,
    `not ${code} with exit code 3, but ${JSON.stringify(result)}`,
  );
}

/** No file of a run stands in its place. */
function expectNothingHalf(out) {
  const names = existsSync(out) ? readdirSync(out) : [];
  expectThat(
    names.every((name) => name === '_unfinished'),
    `left ${names.join(', ')}`,
  );
}

const references = new Map();

/** The same options make what an undisturbed run makes. */
async function expectRight(out, options) {
  const result = await ran(out, options);
  expectThat(result.exit === 0, `the run after it ended with ${JSON.stringify(result)}`);
  if (!references.has(options)) {
    const reference = join(home, `reference-${references.size}`);
    expectThat((await ran(reference, options)).exit === 0, 'the undisturbed run failed');
    references.set(options, reproducible(reference));
    rmSync(reference, { recursive: true });
  }
  expectThat(reproducible(out) === references.get(options), 'other bytes than those of an undisturbed run');
  const left = readdirSync(out).filter((name) => name.startsWith('_'));
  expectThat(left.length === 0, `left ${left.join(', ')}`);
}

const reproducible = (out) =>
  JSON.stringify(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).reproducible);

const system = (program, ...args) => {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expectThat(status === 0, `${program}: ${stderr}`);
};

/** Works on a disk of its own. */
async function onDisk(size, work) {
  const disk = mkdtempSync(join(home, 'disk-'));
  system('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk);
  try {
    return await work(disk, (options) => system('mount', '-o', `remount,${options}`, disk));
  } finally {
    system('umount', disk);
  }
}

/** Waits until the run has written something. */
async function writing(out) {
  const folder = join(out, '_unfinished');
  const isWriting = () =>
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return found?.isFile() === true && name.startsWith('plays') && found.size > 0;
    });
  for (let tries = 0; tries < 6000 && !isWriting(); tries++) await sleep(5);
  expectThat(isWriting(), 'the run never began to write');
}

let failures = 0;
const missing = [];

async function check(name, work, isPossible = true) {
  if (!isPossible) {
    missing.push(name);
    console.log(`NOT RUN  ${name}`);
    return;
  }
  try {
    await work();
    console.log(`ok       ${name}`);
  } catch (error) {
    failures++;
    console.log(`FAILED   ${name}: ${error.message}`);
  }
}

try {
  for (const mode of modes) {
    const options = textOf(mode);
    const of = JSON.stringify(mode);
    await check(
      `a full disk ${of}`,
      () =>
        onDisk('2m', async (disk, remount) => {
          const out = join(disk, 'out');
          for (let run = 0; run < 2; run++) {
            expectFailure(await ran(out, options), 'OUTPUT_FULL');
            expectNothingHalf(out);
          }
          remount('size=256m');
          await expectRight(out, options);
        }),
      hasMounts,
    );
    await check(`the folder deleted under the run ${of}`, async () => {
      const out = join(home, 'gone');
      const { ended } = start(out, textOf({ ...mode, config: { ...config, users: 4_000_000 } }));
      await writing(out);
      // Workers that begin a part may make its folder again.
      for (let tries = 0; existsSync(out) && tries < 50; tries++) {
        rmSync(out, { recursive: true, force: true, maxRetries: 5 });
      }
      expectFailure(await ended, 'OUTPUT_LOST');
      rmSync(out, { recursive: true, force: true });
      await expectRight(out, options);
      rmSync(out, { recursive: true });
    });
  }
  const [, options] = modes.map(textOf);
  await check(
    'a read-only disk',
    () =>
      onDisk('256m', async (disk, remount) => {
        const out = join(disk, 'out');
        mkdirSync(out);
        remount('ro');
        expectFailure(await ran(out, options), 'OUTPUT_UNWRITABLE');
        expectFailure(await ran(join(disk, 'new'), options), 'OUTPUT_UNWRITABLE');
        remount('rw');
        expectThat(readdirSync(out).length === 0, 'left something');
        await expectRight(out, options);
        remount('ro');
        const again = await ran(out, options);
        expectThat(again.exit === 0 && again.status === 'already-complete', JSON.stringify(again));
      }),
    hasMounts,
  );
  await check('a file that may not grow (ulimit -f)', async () => {
    const out = join(home, 'limited');
    const before = ['bash', '-c', 'ulimit -f 2000; exec "$@"', 'bash'];
    expectFailure(await ran(out, options, { before }), 'OUTPUT_FULL');
    expectNothingHalf(out);
    await expectRight(out, options);
  });
  await check('a worker out of memory', async () => {
    const out = join(home, 'memory');
    const cause = join(home, 'cause');
    mkdirSync(cause);
    const unwell = textOf({ workers: 2, config: { ...config, fails: 'memory', failsWhile: cause } });
    expectFailure(await ran(out, unwell, { node: ['--max-old-space-size=150'] }), 'WORKER_DIED');
    expectNothingHalf(out);
    rmSync(cause, { recursive: true });
    await expectRight(out, unwell);
  });
  await check('a reader that goes away', async () => {
    const { child, ended } = start('-', textOf({ workers: 2, config: { ...config, users: 4_000_000 } }));
    child.stdout.once('data', () => child.stdout.destroy());
    const { exit, stderr } = await ended;
    expectThat(exit === 3 && JSON.parse(stderr).code === 'OUTPUT_CLOSED', `${exit}: ${stderr}`);
  });
} finally {
  rmSync(home, { recursive: true, force: true });
}

const isCi = process.env.CI !== undefined && process.env.CI !== 'false';
if (missing.length > 0) console.log(`not run, as no disk can be mounted here: ${missing.length}`);
process.exitCode = failures > 0 || (missing.length > 0 && isCi) ? 1 : 0;
