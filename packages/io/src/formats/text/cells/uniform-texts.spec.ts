import * as fc from 'fast-check';
import { packedText } from '../packed-texts';
import { UniformTexts } from './uniform-texts';

const plain = (text: string): string => text;

/** Texts of one length that {@link UniformTexts} takes. */
const uniform = fc
  .integer({ min: 4, max: 16 })
  .chain((length) =>
    fc.array(fc.string({ unit: 'binary-ascii', minLength: length, maxLength: length }), { minLength: 1 }),
  );

describe('UniformTexts', () => {
  it('writes each text, and not a byte more', () => {
    fc.assert(
      fc.property(uniform, (texts) => {
        const rendered = UniformTexts.of(texts, plain)!;
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

  it('writes rows one after the other, each behind its prefix', () => {
    fc.assert(
      fc.property(uniform, fc.string({ unit: 'binary-ascii', maxLength: 9 }), (texts, prefix) => {
        const rendered = UniformTexts.of(texts, plain)!;
        const entries = Int32Array.from(texts, (_, i) => texts.length - 1 - i);
        const width = prefix.length + rendered.bytes;
        const cursors = Int32Array.from(texts, (_, i) => i * width);
        const bytes = Buffer.alloc(texts.length * width + 8, 0x23);
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        rendered.copyRows(entries, 0, texts.length, cursors, view, packedText(prefix));
        const rows = Array.from(entries, (entry) => prefix + texts[entry]!).join('');
        expect(bytes.toString('latin1')).toBe(`${rows}########`);
        expect([...cursors]).toEqual(texts.map((_, i) => (i + 1) * width));
      }),
    );
  });

  it.each([
    ['two lengths', ['abcd', 'abcde']],
    ['a text that is not ASCII', ['abcd', 'abcé']],
    ['texts under four bytes', ['abc']],
    ['texts over sixteen', ['a'.repeat(17)]],
    ['no text', []],
  ])('takes no dictionary with %s', (_case, texts) => {
    expect(UniformTexts.of(texts, plain)).toBeUndefined();
  });

  it('names an entry that the dictionary lacks', () => {
    const rendered = UniformTexts.of(['abcd'], plain)!;
    for (const entry of [1, -1]) {
      expect(() => rendered.length(entry)).toThrow(
        expect.objectContaining({ code: 'BATCH_INVALID', value: entry }),
      );
    }
  });
});
