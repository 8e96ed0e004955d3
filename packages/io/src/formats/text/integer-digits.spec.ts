import * as fc from 'fast-check';
import { integerLength, writeInteger } from './integer-digits';

describe('writeInteger', () => {
  it('writes the digits of an integer and not a byte more', () => {
    const edges = [0, 9, 10, 99, 100, 999, 1000, 9999, 10_000, 99_999_999, 100_000_000, 4294967295, 1e15];
    const integer = fc.oneof(
      fc.constantFrom(...edges, ...edges.map((n) => -n)),
      fc.integer(),
      fc.maxSafeInteger(),
    );
    fc.assert(
      fc.property(integer, (value) => {
        const bytes = new Uint8Array(32).fill(0x23);
        const end = writeInteger(new DataView(bytes.buffer), 3, value);
        expect(Buffer.from(bytes).toString('latin1')).toBe(`###${value}`.padEnd(32, '#'));
        expect(integerLength(value)).toBe(end - 3);
      }),
      { numRuns: 1000 },
    );
  });
});
