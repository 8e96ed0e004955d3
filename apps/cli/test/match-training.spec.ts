import { spawn } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(__dirname, '..', '..', '..');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synth-match-'));
});

/** Runs the command line from source. */
function synth(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--conditions=@synth/source', '--import=tsx', join('apps', 'cli', 'src', 'bin.ts'), ...args],
    { cwd: root, env: { PATH: process.env['PATH'] } },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

it('goes from nothing to 300 events, 240 and 60 rows of 52 features, verified', async () => {
  const [events, out] = [join(folder, 'events'), join(folder, 'set')];
  const made = await synth('simulate', 'match', '--count', '300', '--out', events);
  expect(made.stdout).toContain('210 solo · 90 group');
  const file = join(events, 'match_events_synthetic.jsonl');
  const built = await synth('match', 'build-dataset', file, '--features', 'full', '--out', out);
  expect(built).toMatchObject({ code: 0, stderr: '' });
  expect(built.stdout).toMatch(/train\.csv +240 rows/);
  expect(built.stdout).toMatch(/val\.parquet +60 rows/);
  const [train, val] = [join(out, 'train.csv'), join(out, 'val.csv')];
  const [header] = (await readFile(train, 'utf8')).split('\n');
  expect(header!.split(',').slice(52)).toEqual(['matchType', 'preset', 'timestamp', 'label', 'source']);
  const summary = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8')) as Record<string, unknown>;
  expect(summary).toMatchObject({ events: 300, train: { rows: 240 }, validation: { rows: 60 } });
  const verified = await synth('match', 'verify-dataset', train, val);
  expect(verified.stdout).toContain('10 of 10 checks pass: 240 rows for training, 60 for validation\n');
  expect(verified.code).toBe(0);
  const swapped = await synth('match', 'verify-dataset', val, train);
  expect(swapped.stdout).toContain('FAIL  time split');
  expect(swapped.code).toBe(1);
  const other = await synth('match', 'build-dataset', file, '--out', out);
  expect(other.code).toBe(2);
  expect(other.stderr).toMatch(/\[OUTPUT_EXISTS\]\n.*\n.*--out.*--overwrite/);
});

it('refuses an empty file and a cut gzip, and writes nothing', async () => {
  const empty = join(folder, 'empty.jsonl');
  const cut = join(folder, 'cut.jsonl.gz');
  await writeFile(empty, '');
  const packed = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, i) => `{"n":${i}}`).join('\n')));
  await writeFile(cut, packed.subarray(0, packed.length >> 1));
  const out = join(folder, 'nothing');
  const [first, second] = await Promise.all([
    synth('match', 'build-dataset', empty, '--out', out),
    synth('match', 'build-dataset', cut, '--out', out),
  ]);
  expect(first.code).toBe(2);
  expect(first.stderr).toContain('[INPUT_EMPTY]');
  expect(second.code).toBe(2);
  expect(second.stderr).toContain('[INPUT_TRUNCATED]');
  await expect(readFile(join(out, 'manifest.json'))).rejects.toThrow('ENOENT');
});
