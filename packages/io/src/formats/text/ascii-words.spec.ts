import * as fc from 'fast-check';
import { asciiDouble, asciiWord } from './ascii-words';

const ascii = fc.string({ unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)) });

/** What a store of a number leaves behind. */
function stored(store: (view: DataView) => void): string {
  const bytes = Buffer.alloc(12, 0x23);
  store(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  return bytes.toString('latin1');
}

describe('asciiWord', () => {
  it('has the bytes of four characters', () => {
    fc.assert(
      fc.property(ascii, fc.nat(8), (text, from) => {
        const expected = text.slice(from, from + 4).padEnd(4, '\0');
        expect(stored((view) => view.setInt32(1, asciiWord(text, from), true))).toBe(`#${expected}#######`);
      }),
    );
  });
});

describe('asciiDouble', () => {
  it('has the bytes of eight characters, which a table of doubles keeps', () => {
    fc.assert(
      fc.property(ascii, fc.nat(8), (text, from) => {
        const table = Float64Array.of(asciiDouble(text, from));
        const expected = text.slice(from, from + 8).padEnd(8, '\0');
        expect(table[0]).not.toBeNaN();
        expect(stored((view) => view.setFloat64(1, table[0]!, true))).toBe(`#${expected}###`);
      }),
    );
  });
});
