import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeContext } from '../../test/fixtures/fake-context';
import { fakeContext } from '../../test/fixtures/fake-context';
import { simulate } from './simulate';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synth-simulate-'));
});

async function ran(args: readonly string[], options: Partial<FakeContext> = {}) {
  const context = fakeContext(options);
  const code = await simulate.run(args, context);
  return { code, stdout: context.stdout.text, stderr: context.stderr.text };
}

const text = (...path: string[]): Promise<string> => readFile(join(folder, ...path), 'utf8');

describe('synth simulate G', () => {
  it('writes the tables and says what of what, files, figures and what is next', async () => {
    const out = join(folder, 'a');
    const { code, stdout, stderr } = await ran(['plays', '--users', '9', '--out', out]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const rows = (await text('a', 'plays.csv')).trim().split('\n').length - 1;
    const [first, main, others, figures, next] = stdout.split('\n');
    expect(first).toBe(`${out}  plays  9 users · preset plain`);
    expect(main).toMatch(new RegExp(`^plays\\.csv   ${rows} rows   [\\d.]+ (B|kB)$`));
    expect(others).toBe('users.csv manifest.json card.md');
    expect(figures).toBe(`plays ${rows}`);
    expect(next).toBe(`next:  synth verify-files ${out}`);
  });

  it('makes what the options say: formats, tables, seed', async () => {
    await ran([
      'plays',
      '--format',
      'csv,jsonl',
      '--tables',
      'plays',
      '--seed',
      'a',
      '--out',
      join(folder, 'a'),
    ]);
    await ran(['plays', '--seed', 'b', '--out', join(folder, 'b')]);
    expect((await readdir(join(folder, 'a'))).sort()).toEqual([
      'card.md',
      'manifest.json',
      'plays.csv',
      'plays.jsonl',
    ]);
    expect(await text('a', 'plays.csv')).not.toBe(await text('b', 'plays.csv'));
  });

  it('reads items and users from files, and columns by their flags', async () => {
    await writeFile(join(folder, 'songs.csv'), 'name\nfirst\n');
    await writeFile(join(folder, 'people.jsonl'), '{"user_id":"ann"}\n{"user_id":"bob"}\n');
    const { stdout } = await ran([
      ...['plays', '--items', join(folder, 'songs.csv'), '--item-id', 'name'],
      ...['--users', join(folder, 'people.jsonl'), '--out', join(folder, 'a')],
    ]);
    expect(stdout).toContain('2 users from people.jsonl · preset plain\n');
    expect(await text('a', 'plays.csv')).toContain(',first,');
  });

  it('is done at once when the folder holds the same run', async () => {
    const args = ['plays', '--out', join(folder, 'a')];
    await ran(args);
    const { code, stdout } = await ran(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/a is already complete: every file is as it was made\n/);
    await expect(ran([...args, '--users', '7'])).rejects.toMatchObject({ code: 'OUTPUT_EXISTS' });
    expect((await ran([...args, '--users', '7', '--overwrite'])).code).toBe(0);
  });

  it('makes a run again from its manifest', async () => {
    await ran(['plays', '--users', '7', '--seed', '007', '--out', join(folder, 'a')]);
    await ran(['plays', '--config', join(folder, 'a', 'manifest.json'), '--out', join(folder, 'b')]);
    expect(await text('b', 'plays.csv')).toBe(await text('a', 'plays.csv'));
  });

  it('says with --dry-run what would be made, and writes nothing', async () => {
    const { code, stdout } = await ran(['plays', '--users', '9', '--dry-run', '--out', join(folder, 'a')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^plays\.csv +about 23 rows +about [\d.]+ (B|kB)$/m);
    expect(stdout).toMatch(/about [\d.]+ (B|kB) in 1 blocks of work; nothing was written\n$/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says the same facts as JSON', async () => {
    const out = join(folder, 'a');
    const { stdout } = await ran(['plays', '--json', '--out', out]);
    const { files, ...facts } = JSON.parse(stdout) as { files: { path: string }[] };
    expect(facts).toMatchObject({
      event: 'run-complete',
      out,
      generator: 'plays',
      subject: '5 users · preset plain',
      rows: { users: 5 },
      next: `synth verify-files ${out}`,
    });
    expect(files.map(({ path }) => path)).toEqual(['plays.csv', 'users.csv']);
  });

  it('shows how far a long run is', async () => {
    let now = 0;
    const clock = { now: () => (now += 3000), sleep: () => Promise.resolve() };
    const args = ['plays', '--users', '10000', '--json', '--out', join(folder, 'a')];
    const { stdout } = await ran(args, { clock });
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; rows: number });
    expect(events.map(({ event }) => event)).toContain('progress');
    expect(events.at(-1)?.event).toBe('run-complete');
    const rows = events.filter(({ event }) => event === 'progress').map((progress) => progress.rows);
    expect(rows.some((count) => count > 0)).toBe(true);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });

  it('ends after the current blocks when it is told to stop, and says how to go on', async () => {
    const args = ['plays', '--users', '10000', '--out', join(folder, 'a')];
    const { code, stdout, stderr } = await ran(args, { signal: AbortSignal.abort() });
    expect(code).toBe(130);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /a: stopped after \d of 3 blocks\ngo on with: {2}synth simulate plays --users 10000 --out /,
    );
    expect((await ran(args)).code).toBe(0);
    await ran(['plays', '--users', '10000', '--out', join(folder, 'b')]);
    expect(await text('a', 'plays.csv')).toBe(await text('b', 'plays.csv'));
  });

  it('has help', async () => {
    const { code, stdout } = await ran(['plays', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--items FILE              your catalogue\n');
    expect(stdout).not.toContain('--truth.noise');
    expect((await ran(['plays', '--help', '--all'])).stdout).toMatch(
      /--truth\.noise N +sigma of the noise \(0\.1\)/,
    );
  });

  it.each([
    [['--userz', '3'], 'OPTION_UNKNOWN'],
    [['--users', 'three'], 'INPUT_UNREADABLE'],
    [['--min-plays', 'x'], 'OPTION_VALUE'],
    [['--min-plays', '9'], 'CONFIG_INVALID'],
    [['--set', 'truth.noize=1'], 'CONFIG_INVALID'],
    [['--preset', 'fanzy'], 'OPTION_VALUE'],
    [['--format', 'cvs'], 'FORMAT_UNKNOWN'],
    [['--format', ','], 'OPTION_VALUE'],
    [['--tables', 'playz'], 'TABLE_UNKNOWN'],
    [['--order', 'size'], 'OPTION_VALUE'],
    [['--parts', '0'], 'CONFIG_INVALID'],
    [['--workers', 'all'], 'OPTION_VALUE'],
    [['two', 'words'], 'ARGUMENT_INVALID'],
  ])('refuses %j with %s and writes nothing', async (args, code) => {
    await expect(ran(['plays', ...args, '--out', join(folder, 'a')])).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('synth simulate', () => {
  it('makes a demo of every generator, with rows to look at and what to try next', async () => {
    const { code, stdout } = await ran(['--out', folder]);
    expect(code).toBe(0);
    expect(await readdir(folder)).toEqual(['plays']);
    expect(stdout).toMatch(/\n {2}user_id {2}item_id {2}timestamp\n {2}u0 {7}i\d {7}2024-01-01T/);
    expect(stdout.endsWith('next:  synth simulate plays --users 60\n')).toBe(true);
    expect((await ran(['--out', folder])).stdout).toContain('plays is already complete');
  });

  it('says the facts of every demo as JSON lines', async () => {
    const { stdout } = await ran(['--json', '--out', folder]);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ event: 'run-complete', generator: 'plays' });
  });

  it('has help that names the generators', async () => {
    expect((await ran(['--help'])).stdout).toContain('synth simulate plays --help  who played what\n');
  });
});
