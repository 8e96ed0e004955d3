import * as fc from 'fast-check';
import { snappyUncompress } from 'hyparquet';
import { Snappy } from './snappy';

const snappy = new Snappy();

function there(input: Uint8Array): number {
  const compressed = Uint8Array.from(snappy.compress(input));
  let start = 0;
  while (compressed[start++]! >= 128);
  const back = new Uint8Array(input.length);
  snappyUncompress(compressed.subarray(0), back);
  expect(Buffer.compare(back, input)).toBe(0);
  return compressed.length;
}

describe('Snappy', () => {
  it('is read back by another implementation', () => {
    const words = fc.array(fc.constantFrom('a', 'item', 'u0000001', '\0\0\0\0', 'xyz'), { maxLength: 400 });
    fc.assert(fc.property(words, (list) => void there(Buffer.from(list.join('')))));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void there(bytes)));
    const long = Buffer.alloc(300_000);
    for (let i = 0; i < long.length; i++)
      long[i] = (Math.imul(i, 2654435761) >>> 24) & (i < 150_000 ? 255 : 3);
    there(long);
  });

  it('compresses what repeats and hardly grows what does not', () => {
    expect(there(Buffer.alloc(100_000, 'abcdefgh'))).toBeLessThan(5000);
    let state = 1;
    const noise = Uint8Array.from(
      { length: 100_000 },
      () => (state = Math.imul(state, 48271) % 2147483647) >>> 7,
    );
    expect(there(noise)).toBeLessThan(100_020);
  });
});
