import * as fc from 'fast-check';
import { copyPacked, PackedTexts } from './packed-texts';

describe('PackedTexts', () => {
  it('copies each text and not a byte more', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1 }), (texts) => {
        const packed = new PackedTexts(texts, (text) => `<${text}`);
        texts.forEach((text, entry) => {
          const expected = Buffer.from(`<${text}`);
          const bytes = new Uint8Array(expected.length + 20).fill(0x23);
          const offset = packed.offsets[entry]! || packed.render(entry);
          const end = copyPacked(new DataView(bytes.buffer), 5, packed.words, offset);
          expect(end).toBe(5 + expected.length);
          expect(Buffer.from(bytes)).toEqual(
            Buffer.concat([Buffer.from('#####'), expected, Buffer.alloc(15, '#')]),
          );
        });
      }),
    );
  });

  it('refuses an entry that is not there', () => {
    expect(() => new PackedTexts(['a'], (text) => text).render(1)).toThrow(
      expect.objectContaining({ code: 'BATCH_INVALID', value: 1, allowed: '0 to 0' }),
    );
  });
});
