import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInputs, withoutFiles } from './read-inputs';

const inputs = [
  { name: 'items', value: 'FILE', description: '', orNumber: false },
  { name: 'users', value: 'FILE|N', description: '', orNumber: true },
];

describe('readInputs', () => {
  it('reads the files that options name; a number is none', async () => {
    const items = join(await mkdtemp(join(tmpdir(), 'synth-items-')), 'songs.csv');
    await writeFile(items, 'id,genre\n007,pop\n');
    const values = new Map([
      ['items', items],
      ['users', '1_000'],
      ['seed', 'x'],
    ]);
    const tables = await readInputs(values, inputs);
    expect(Object.keys(tables)).toEqual(['items']);
    expect(tables['items']).toMatchObject({ source: 'songs.csv', rows: [{ id: '007', genre: 'pop' }] });
    expect([...withoutFiles(values, inputs).keys()]).toEqual(['users', 'seed']);
  });

  it('takes whatever stands there for a file where no number is meant', async () => {
    await expect(readInputs(new Map([['items', '500']]), inputs)).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
    });
  });
});
