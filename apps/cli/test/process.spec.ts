import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { synth } from './fixtures/synth-process';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synth-process-'));
});

it('makes data from the real catalogue, from a path with spaces in it', async () => {
  const out = join(folder, 'two words');
  const { code, stdout, stderr } = await synth([
    ...['simulate', 'interactions', '--items', 'data/songs-234.csv', '--seed', '42', '--out', out],
  ]).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('interactions  234 items from songs-234.csv · 164 users · preset standard\n');
  expect(stdout).toContain(`next:  npx @synth/cli verify '${out}' --open\n`);
  expect(await readdir(out)).toContain('interactions.csv');
});

it('verifies a run and writes the report as a page', async () => {
  const out = join(folder, 'run');
  const html = join(folder, 'report.html');
  await synth(['simulate', 'interactions', '--items', 'data/songs-234.csv', '--seed', '42', '--out', out])
    .ended;
  const { code, stdout, stderr } = await synth(['verify', out, '--quick', '--html', html]).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^PASS /);
  expect(stdout).toContain(`report: ${html}\n`);
  const page = await readFile(html, 'utf8');
  expect(page).toMatch(/^<!doctype html>/);
  expect(page.trimEnd().endsWith('</html>')).toBe(true);
});

it('ends with 2 and a plain message at an unknown option; with colours where they are forced', async () => {
  const [plain, coloured] = await Promise.all([
    synth(['simulate', 'interactions', '--userz', '10']).ended,
    synth(['simulate', 'interactions', '--userz', '10'], { FORCE_COLOR: '1' }).ended,
  ]);
  expect(plain.code).toBe(2);
  expect(plain.stdout).toBe('');
  expect(plain.stderr).toMatch(/^unknown option --userz: did you mean --users\? .*\[OPTION_UNKNOWN\]\n/);
  expect(coloured.stderr).toContain('\u001b[31m[OPTION_UNKNOWN]\u001b[39m');
});

it('ends with 130 at Ctrl-C and says how to go on', async () => {
  const out = join(folder, 'run');
  const { child, ended } = synth(['simulate', 'interactions', '--users', '400000', '--out', out]);
  while (!existsSync(out)) await sleep(20);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(130);
  expect(stdout).toBe('');
  expect(stderr).toContain('stopping after the current blocks; Ctrl-C again stops at once\n');
  expect(stderr).toContain(`go on with:  npx @synth/cli simulate interactions --users 400000 --out ${out}\n`);
  expect(await readdir(out)).not.toContain('interactions.csv');
});

it('says its version', async () => {
  const { version } = JSON.parse(await readFile(join(__dirname, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(await synth(['--version']).ended).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});
