import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const { PATH } = process.env;
const program = [process.execPath, '--conditions=@synth/source', '--import=tsx', 'apps/cli/src/bin.ts'];

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/** Runs a script of the shell in which `synth` is the command line. */
function shell(script: string) {
  const text = `set -o pipefail; synth() { ${quoted(program)} "$@"; }; ${script}`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', text], {
    cwd: root,
    env: { PATH },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}

const one = 'simulate interactions --users 300 --items 50 --seed a --format csv --tables interactions';

it('--out - writes what the file would hold, and nothing else; what there is to say goes to the other output', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synth-stream-'));
  const { code, stdout, stderr } = shell(`synth ${one} --out -`);
  expect(code).toBe(0);
  expect(shell(`synth ${one} --out '${folder}/run'`).code).toBe(0);
  expect(stdout).toBe(await readFile(join(folder, 'run', 'interactions.csv'), 'utf8'));
  expect(stderr).toMatch(
    /^interactions {2}50 items · 300 users · preset standard\n[\d,]+ rows · [\d.]+ kB\n$/,
  );
  expect(existsSync(join(root, '-'))).toBe(false);
});

it('a reader that has seen enough ends the run without a word', () => {
  const many = one.replace('--users 300', '--users 200000');
  const { code, stdout, stderr } = shell(`synth ${many} --workers 2 --out - | head -1`);
  expect({ code, stdout, stderr }).toEqual({
    code: 3,
    stdout: 'user_id,item_id,timestamp,session_id\n',
    stderr: '',
  });
});

it('a full disk behind the standard output is said, without a stack', () => {
  const data = shell(`synth ${one} --out - > /dev/full`);
  expect(data.code).toBe(3);
  expect(data.stderr).toMatch(/^.*the disk is full .*\[OUTPUT_FULL\]\n.*\n$/);
  const text = shell('synth --version > /dev/full');
  expect(text.code).toBe(3);
  expect(text.stderr).toMatch(/^the output is not whole: ENOSPC.*\n$/);
});
