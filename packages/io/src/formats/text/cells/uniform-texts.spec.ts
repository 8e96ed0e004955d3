import * as fc from 'fast-check';
import { csvStyle } from '../csv-style';
import { UniformTexts } from './uniform-texts';

const style = csvStyle({ delimiter: ',', nullText: 'null', single: false });

const plainAscii = fc.constantFrom(...'aZ09 -_\0\x7f');

/** Texts of one length that {@link UniformTexts} takes. */
const uniform = fc
  .integer({ min: 4, max: 16 })
  .chain((length) =>
    fc.array(fc.string({ unit: plainAscii, minLength: length, maxLength: length }), { minLength: 1 }),
  );

describe('UniformTexts', () => {
  it('writes each text, and not a byte more', () => {
    fc.assert(
      fc.property(uniform, (texts) => {
        const rendered = UniformTexts.of(texts, style)!;
        texts.forEach((text, entry) => {
          expect(rendered.length(entry)).toBe(text.length);
          const bytes = Buffer.alloc(40, 0x23);
          const end = rendered.copy(entry, new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 7);
          expect(end).toBe(7 + text.length);
          expect(bytes.toString('latin1')).toBe(`#######${text}`.padEnd(40, '#'));
        });
      }),
    );
  });

  it('writes the texts of rows at the same distance, and nothing between', () => {
    fc.assert(
      fc.property(uniform, fc.nat(9), (texts, between) => {
        const rendered = UniformTexts.of(texts, style)!;
        const entries = Int32Array.from(texts, (_, i) => texts.length - 1 - i);
        const stride = rendered.bytes + between;
        const bytes = Buffer.alloc(3 + texts.length * stride, 0x23);
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        rendered.copyRows(entries, 0, texts.length, 3, stride, view);
        const rows = Array.from(entries, (entry) => texts[entry]! + '#'.repeat(between)).join('');
        expect(bytes.toString('latin1')).toBe(`###${rows}`);
      }),
    );
  });

  it.each([
    ['two lengths', ['abcd', 'abcde']],
    ['a text that is not ASCII', ['abcd', 'abcé']],
    ['texts under four bytes', ['abc']],
    ['texts over sixteen', ['a'.repeat(17)]],
    ['a text to escape', ['abcd', 'ab,d']],
    ['a text that reads like a null', ['abcd', 'null']],
    ['no text', []],
  ])('takes no dictionary with %s', (_case, texts) => {
    expect(UniformTexts.of(texts, style)).toBeUndefined();
  });

  it.each(['abcd', 'abcdefgh', 'abcdefghi'])('names an entry that a dictionary of %s lacks', (text) => {
    const rendered = UniformTexts.of([text], style)!;
    const view = new DataView(new ArrayBuffer(64));
    for (const entry of [1, -1]) {
      const missing = expect.objectContaining({ code: 'BATCH_INVALID', value: entry });
      expect(() => rendered.length(entry)).toThrow(missing);
      expect(() => rendered.copy(entry, view, 0)).toThrow(missing);
      expect(() => rendered.copyRows(Int32Array.of(0, entry), 0, 2, 0, 20, view)).toThrow(missing);
    }
  });
});
