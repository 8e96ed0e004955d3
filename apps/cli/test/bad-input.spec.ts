import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { generators } from '../src/generators';
import { main } from '../src/main';
import { fakeContext } from './fixtures/fake-context';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'synth-bad-'));
  await mkdir(join(folder, 'out'));
});

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly value?: unknown;
  readonly allowed?: string;
}

/** Runs `synth simulate interactions`, which must refuse with exit code 2 and leave nothing in the out folder. */
async function refused(...args: string[]): Promise<Failure> {
  const context = fakeContext({ generators });
  const out = join(folder, 'out', 'run');
  const code = await main(['simulate', 'interactions', ...args, '--json', '--out', out], context);
  expect({ code, stdout: context.stdout.text }).toEqual({ code: 2, stdout: '' });
  expect(await readdir(join(folder, 'out'))).toEqual([]);
  return JSON.parse(context.stderr.text) as Failure;
}

async function items(content: string | Uint8Array, name = 'songs.csv'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const songs = (...rows: string[]): string => ['song_id,genre,popularity_score', ...rows, ''].join('\n');

describe('bad items', () => {
  it('without an id column', async () => {
    const error = await refused('--items', await items('name,plays\na,1\n', 'songs.txt'));
    expect(error).toMatchObject({
      code: 'INPUT_COLUMN_MISSING',
      message: expect.stringContaining(
        'songs.txt, line 1: no column for the item id (found: name, plays). Say --item-id',
      ) as string,
    });
  });

  it('with the same id twice', async () => {
    const error = await refused('--items', await items(songs('a,pop,1', 'b,pop,1', 'a,rock,1')));
    expect(error).toMatchObject({ code: 'INPUT_DUPLICATE', field: 'song_id', value: 'a' });
    expect(error.message).toContain('songs.csv, line 4');
  });

  it.each(['NaN', '-1', 'high', ''])('with the score "%s"', async (score) => {
    const error = await refused('--items', await items(songs('a,pop,1', `b,pop,${score}`)));
    expect(error).toMatchObject({ code: 'INPUT_VALUE', field: 'popularity_score', value: score });
    expect(error.message).toContain('songs.csv, line 3');
    expect(error.allowed).toContain('0 or more');
  });

  it('without the genre column that was named', async () => {
    const path = await items(songs('a,pop,1'));
    const error = await refused('--items', path, '--genre', 'genra');
    expect(error).toMatchObject({ code: 'INPUT_COLUMN_MISSING' });
    expect(error.message).toContain('genra');
    expect(error.message).toContain('did you mean genre?');
  });

  it('of an empty file, or of a header alone', async () => {
    expect(await refused('--items', await items(''))).toMatchObject({ code: 'INPUT_EMPTY' });
    expect(await refused('--items', await items(songs()))).toMatchObject({ code: 'INPUT_EMPTY' });
  });

  it('with a line over 16 MiB', async () => {
    const error = await refused('--items', await items(songs(`a,${'x'.repeat(17 * 1024 * 1024)},1`)));
    expect(error).toMatchObject({ code: 'INPUT_LINE_TOO_LONG' });
    expect(error.message).toContain('songs.csv, line 2');
  });

  it('in a gzip that was cut off', async () => {
    const whole = gzipSync(songs(...Array.from({ length: 500 }, (_, row) => `song-${row},pop,${row}`)));
    const path = await items(whole.subarray(0, whole.length / 2), 'songs.csv.gz');
    expect(await refused('--items', path)).toMatchObject({ code: 'INPUT_TRUNCATED' });
  });

  it('in a place that cannot be read', async () => {
    const missing = join(folder, 'none.csv');
    expect(await refused('--items', missing)).toMatchObject({ code: 'INPUT_UNREADABLE' });
    expect(await refused('--items', folder)).toMatchObject({ code: 'INPUT_UNREADABLE' });
  });
});

describe('bad options', () => {
  it.each([
    [['--interaction-rate', '-0.1'], 'interactionRate', -0.1],
    [['--interaction-rate', '0'], 'interactionRate', 0],
    [['--users', '0'], 'users', 0],
    [['--min-user-interactions', '60', '--max-user-interactions', '50'], 'minUserInteractions', 60],
    [['--items', '10', '--min-user-interactions', '11'], 'minUserInteractions', 11],
    [['--set', 'item_cold_start_rate=0.1'], 'item_cold_start_rate', 0.1],
  ])('%j', async (args, field, value) => {
    const error = await refused(...args);
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', field, value });
    expect(error.allowed).toBeTruthy();
  });

  it('of which none has this name', async () => {
    const error = await refused('--userz', '10');
    expect(error).toMatchObject({ code: 'OPTION_UNKNOWN', field: '--userz' });
    expect(error.message).toContain('did you mean --users?');
  });

  it('with the wrong kind of value', async () => {
    expect(await refused('--days', 'many')).toMatchObject({
      code: 'OPTION_VALUE',
      field: '--days',
      value: 'many',
      allowed: 'a whole number from 1 to 36500',
    });
  });
});
