import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interactions } from '@synth/interactions';
import { readSource } from '../src/index';
import { writeRun } from './write-run';

const options = { users: 60, items: 40, seed: 'read' };

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'synth-verify-')), name);
  await writeFile(path, text);
  return path;
}

describe('a run', () => {
  it.each(['csv', 'jsonl', 'parquet'])('written as %s is what the generator makes', async (format) => {
    const source = await readSource(await writeRun(options, format));
    const data = interactions(options);
    const matrix = data.matrix();
    expect(source.matrix.users).toEqual(matrix.users);
    expect(source.matrix.items).toEqual(matrix.items);
    expect(source.matrix.indices).toEqual(matrix.indices);
    expect(source.matrix.timestamps).toEqual(matrix.timestamps);
    expect(source).toMatchObject({
      kind: 'run',
      name: 'run',
      preset: 'standard',
      rows: matrix.indices.length,
    });
    expect(source.checks.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(source.checks.length).toBeGreaterThan(30);
  });

  it('tells its truth in the order of the matrix', async () => {
    const { matrix, truth } = await readSource(await writeRun(options));
    const planted = interactions(options).truth;
    const groups = truth!.groups.length;
    const mass = truth!.groups.map((_, g) =>
      truth!.weights.reduce((sum, weight, i) => sum + (truth!.groupOf[i] === g ? weight : 0), 0),
    );
    for (const [user, item] of [
      [0, 0],
      [7, 31],
      [59, 12],
    ] as const) {
      const group = truth!.groupOf[item]!;
      const first = (truth!.tastes[user * groups + group]! * truth!.weights[item]!) / mass[group]!;
      expect(first).toBeCloseTo(planted.weight(matrix.users[user]!, matrix.items[item]!), 9);
    }
  });

  it('that was changed is told by its hash, and by what is wrong in it', async () => {
    const dir = await writeRun(options);
    const path = join(dir, 'interactions.csv');
    const lines = (await readFile(path, 'utf8')).split('\n');
    lines[1] = lines[1]!.replace(/,[^,]+,/, ',i9999999,');
    await writeFile(path, lines.join('\n'));
    const { checks } = await readSource(dir);
    const failed = checks.filter(({ status }) => status === 'fail').map(({ name }) => name);
    expect(failed).toEqual(['files', 'interactions: references']);
    expect(checks.find(({ name }) => name === 'interactions: references')!.detail).toContain('row 1');
  });
});

describe('a plain file', () => {
  it('is read by its usual columns, repeated pairs counted once', async () => {
    const path = await fileOf(
      'plays.csv',
      'user,item,time\nann,x,1700000000\nbob,x,1700000060\nann,x,1600000000\n',
    );
    const { matrix, rows, checks, kind } = await readSource(path);
    expect([kind, rows, matrix.rows, matrix.cols, matrix.indices.length]).toEqual(['file', 3, 2, 1, 2]);
    expect(Array.from(matrix.timestamps!)).toEqual([1600000000000, 1700000060000]);
    expect(checks.find(({ name }) => name === 'repeats')).toMatchObject({ status: 'warn' });
  });

  it('is read by columns that are named', async () => {
    const path = await fileOf('l.jsonl', '{"who":1,"what":"x","n":3}\n{"who":2,"what":"x","n":4}\n');
    const { matrix, plays } = await readSource(path, { user: 'who', item: 'what', plays: 'n' });
    expect(matrix.users).toEqual(['1', '2']);
    expect(Array.from(plays!)).toEqual([3, 4]);
    await expect(readSource(path, { user: 'whom', item: 'what' })).rejects.toMatchObject({
      code: 'INPUT_COLUMN_MISSING',
    });
  });

  it('says what cannot be used', async () => {
    const path = await fileOf(
      'bad.csv',
      'user_id,item_id,timestamp\nann,x,never\n,y,2024-01-01\nbob,x,2024-01-02\n',
    );
    const { matrix, checks } = await readSource(path);
    expect(matrix.timestamps).toBeUndefined();
    expect(checks.filter(({ status }) => status === 'fail')).toEqual([
      { name: 'ids', status: 'fail', detail: '1 rows lack a user or an item; the first in line 3' },
      { name: 'timestamps', status: 'fail', detail: '1 are no times; the first in line 2' },
    ]);
  });

  it.each([
    ['SOURCE_EMPTY', 'none.csv', 'user_id,item_id,label\nann,x,0\nbob,y,0\n'],
    ['SOURCE_EMPTY', 'empty.csv', 'user_id,item_id\n'],
    ['INPUT_EMPTY', 'nothing.csv', ''],
    ['SOURCE_UNREADABLE', 'no.parquet', 'not parquet'],
  ])('is refused with %s', async (code, name, text) => {
    await expect(readSource(await fileOf(name, text))).rejects.toMatchObject({ code });
  });

  it('that is not there is refused', async () => {
    await expect(readSource('/no/such/file.csv')).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
  });
});
