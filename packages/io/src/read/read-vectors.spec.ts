import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { npyHeader } from '../formats/numpy/npy-header';
import { readVectors } from './read-vectors';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'synth-vectors-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (content: Uint8Array, name = 'x.npy') => {
  writeFileSync(join(folder, name), content);
  return readVectors(join(folder, name));
};

/** A file as NumPy Enhancement Proposal 1 lays it out, of version 1.0 or, with a longer length, 2.0. */
function npy(dictionary: string, data: Uint8Array, version: 1 | 2 = 1): Uint8Array {
  const text = `${dictionary.padEnd(117)}\n`;
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  length.writeUInt8(text.length);
  return Buffer.concat([
    Buffer.from(`\x93NUMPY${String.fromCharCode(version, 0)}`, 'latin1'),
    length,
    Buffer.from(text),
    data,
  ]);
}

const bytesOf = (array: Float32Array | Float64Array): Uint8Array => new Uint8Array(array.buffer);
const dictionary = (descr: string, shape: string, fortran = 'False'): string =>
  `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }`;

describe('readVectors', () => {
  const six = Float32Array.of(1, 2, 3, -0.5, 0, 1e9);
  const rows = [{ vector: [1, 2, 3] }, { vector: [-0.5, 0, 1e9] }];

  it('reads float32 and float64, one vector a row', async () => {
    expect(await read(npy(dictionary('<f4', '(2, 3)'), bytesOf(six)))).toEqual({ rows, source: 'x.npy' });
    expect((await read(npy(dictionary('<f8', '(2, 3)'), bytesOf(Float64Array.from(six))))).rows).toEqual(
      rows,
    );
  });

  it('reads later versions of the format, and gzip by content', async () => {
    const file = npy(dictionary('<f4', '(2, 3)'), bytesOf(six), 2);
    expect((await read(file)).rows).toEqual(rows);
    expect((await read(gzipSync(file))).rows).toEqual(rows);
  });

  it('reads what the writer of this package writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.float({ noNaN: true }), { minLength: 20, maxLength: 60 }),
        async (width, numbers) => {
          const count = Math.floor(numbers.length / width);
          const values = Float32Array.from(numbers.slice(0, count * width));
          const file = Buffer.concat([npyHeader('<f4', [count, width]), bytesOf(values)]);
          const table = await read(file);
          expect(table.rows.flatMap((row) => row['vector'])).toEqual([...values]);
          expect(table.rows).toHaveLength(count);
        },
      ),
      { numRuns: 25, seed: 1 },
    );
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'INPUT_EMPTY', 'it holds nothing'],
    ['another file', Buffer.from('item_id,vector\n1,2\n'), 'INPUT_SYNTAX', 'it is no .npy file'],
    ['one dimension', npy(dictionary('<f4', '(6,)'), bytesOf(six)), 'INPUT_SYNTAX', "'shape': (6,)"],
    ['integers', npy(dictionary('<i8', '(2, 3)'), bytesOf(six)), 'INPUT_SYNTAX', "'descr': '<i8'"],
    ['columns first', npy(dictionary('<f4', '(2, 3)', 'True'), bytesOf(six)), 'INPUT_SYNTAX', 'True'],
    [
      'fewer numbers than it says',
      npy(dictionary('<f4', '(3, 3)'), bytesOf(six)),
      'INPUT_TRUNCATED',
      'before its 3 x 3 numbers do',
    ],
  ])('refuses %s', async (_, content, code, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
      remedy: expect.stringMatching(/./) as string,
    });
  });

  it('refuses a file that is not there', async () => {
    await expect(readVectors(join(folder, 'none.npy'))).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
  });
});
