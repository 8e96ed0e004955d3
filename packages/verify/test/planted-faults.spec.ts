import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSource } from '../src/index';
import { writeRun } from './write-run';

/** Lines of a CSV file, the header first. */
type Lines = string[];

let run: string;
let tables: Record<string, Lines>;

beforeAll(async () => {
  run = await writeRun({ users: 40, items: 30, seed: 'faults', split: { by: 'time', validation: 0.1 } });
  const names = ['users', 'items', 'interactions', 'train', 'validation', 'test'];
  const texts = await Promise.all(names.map((name) => readFile(join(run, `${name}.csv`), 'utf8')));
  tables = Object.fromEntries(names.map((name, at) => [name, texts[at]!.trimEnd().split('\n')]));
});

/** The checks that fail when one table is changed; that of the hashes always does, and is left out. */
async function failing(table: string, change: (lines: Lines) => void): Promise<string[]> {
  const lines = [...tables[table]!];
  change(lines);
  const path = join(run, `${table}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  const { checks } = await readSource(run);
  await writeFile(path, `${tables[table]!.join('\n')}\n`);
  const failed = checks.filter(({ status }) => status === 'fail').map(({ name }) => name);
  expect(failed[0]).toBe('files');
  return failed.slice(1);
}

/** Puts a value into a column of the n-th row. */
const set =
  (row: number, column: string, value: string) =>
  (lines: Lines): void => {
    const at = lines[0]!.split(',').indexOf(column);
    expect(at).toBeGreaterThanOrEqual(0);
    const cells = lines[row]!.split(',');
    cells[at] = value;
    lines[row] = cells.join(',');
  };

it('a run as it was made has nothing wrong', async () => {
  const { checks } = await readSource(run);
  expect(checks.filter(({ status }) => status !== 'pass')).toEqual([]);
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['split: pairs', 'split: rows', 'split: time', 'personal data']),
  );
});

it.each<[string, string[], string, (lines: Lines) => void]>([
  ['a repeated key', ['items: key'], 'items', (lines) => set(2, 'item_id', lines[1]!.split(',')[0]!)(lines)],
  ['a reference to nobody', ['interactions: references'], 'interactions', set(1, 'user_id', 'u9999999')],
  ['a text for a time', ['interactions: types', 'timestamps'], 'interactions', set(1, 'timestamp', 'soon')],
  [
    'an empty id',
    ['interactions: nulls', 'interactions: references', 'ids'],
    'interactions',
    set(3, 'item_id', ''),
  ],
  ['a missing row', ['users: rows', 'interactions: references'], 'users', (lines) => lines.splice(5, 1)],
  [
    'a missing column',
    ['interactions: columns'],
    'interactions',
    (lines) => lines.forEach((line, at) => (lines[at] = line.split(',').slice(0, -1).join(','))),
  ],
  [
    'time that runs back',
    ['interactions: order'],
    'interactions',
    set(2, 'timestamp', '2023-12-31T00:00:00.000Z'),
  ],
  ['an e-mail address for an id', ['personal data'], 'users', set(1, 'user_id', 'ann.lee@mail.example.org')],
])('finds %s', async (_, names, table, change) => {
  expect(await failing(table, change)).toEqual(expect.arrayContaining(names));
});

it('finds a row of training that was held out too', async () => {
  const failed = await failing('test', (lines) => (lines[1] = tables['train']![1]!));
  expect(failed).toEqual(expect.arrayContaining(['split: pairs', 'split: rows', 'split: time']));
});

it('finds a validation row before the last training row', async () => {
  const failed = await failing('validation', set(1, 'timestamp', '2024-01-01T00:00:00.000Z'));
  expect(failed).toContain('split: time');
  expect(failed).not.toContain('split: rows');
});

describe('two files', () => {
  const header = 'user_id,item_id,timestamp,phone\n';
  const learnt = `${header}a,x,2024-01-01T00:00:00Z,\nb,x,2024-01-03T00:00:00Z,\n`;

  async function statuses(heldOut: string): Promise<Record<string, string>> {
    const dir = await mkdtemp(join(tmpdir(), 'synth-verify-'));
    await writeFile(join(dir, 'train.csv'), learnt);
    await writeFile(join(dir, 'held.csv'), header + heldOut);
    const { checks } = await readSource(join(dir, 'train.csv'), {}, { heldOut: join(dir, 'held.csv') });
    return Object.fromEntries(checks.map(({ name, status }) => [name, status]));
  }

  it('that share nothing pass, with a warning of a column called phone', async () => {
    expect(await statuses('a,y,2024-01-04T00:00:00Z,\n')).toMatchObject({
      'split: pairs': 'pass',
      'split: rows': 'pass',
      'split: time': 'pass',
      'personal data': 'pass',
      'personal columns': 'warn',
    });
  });

  it.each([
    ['split: pairs', 'a,x,2024-01-04T00:00:00Z,\n'],
    ['split: rows', 'b,x,2024-01-03T00:00:00Z,\n'],
    ['split: time', 'a,y,2024-01-02T00:00:00Z,\n'],
  ])('with a leak fail at %s', async (name, row) => {
    expect((await statuses(row))[name]).toBe('fail');
  });
});
