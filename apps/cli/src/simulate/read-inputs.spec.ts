import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInputs, withoutFiles } from './read-inputs';

const inputs = [
  { name: 'items', input: 'items', value: 'FILE', description: '', orNumber: false },
  { name: 'users', input: 'users', value: 'FILE|N', description: '', orNumber: true },
  { name: 'item-vectors', input: 'item_vectors', value: 'FILE', description: '', orNumber: false },
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

  it('reads vectors from .npy files', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'synth-vectors-')), 'x.npy');
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }".padEnd(117) + '\n';
    const numbers = Buffer.from(Float32Array.of(0.5, -2).buffer);
    await writeFile(
      file,
      Buffer.concat([Buffer.from(`\x93NUMPY\x01\x00\x76\x00${header}`, 'latin1'), numbers]),
    );
    expect(await readInputs(new Map([['item-vectors', file]]), inputs)).toEqual({
      item_vectors: { source: 'x.npy', rows: [{ vector: [0.5] }, { vector: [-2] }] },
    });
  });

  it('takes whatever stands there for a file where no number is meant', async () => {
    await expect(readInputs(new Map([['items', '500']]), inputs)).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
    });
  });
});
