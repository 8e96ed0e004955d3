import * as fc from 'fast-check';
import { InlineTexts } from './inline-texts';

describe('InlineTexts', () => {
  it('writes each text, short or long, and not a byte more', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1 }), (texts) => {
        const rendered = new InlineTexts(texts, (text) => `<${text}`);
        // From the last on: entries are rendered in any order.
        texts.reduceRight((_, text, entry) => {
          const expected = Buffer.from(`<${text}`, 'utf8');
          expect(rendered.length(entry)).toBe(expected.length);
          const bytes = Buffer.alloc(expected.length + 20, 0x23);
          const end = rendered.copy(entry, new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 7);
          expect(end).toBe(7 + expected.length);
          expect(bytes.equals(Buffer.concat([Buffer.alloc(7, 0x23), expected, Buffer.alloc(13, 0x23)]))).toBe(
            true,
          );
          return undefined;
        }, undefined);
      }),
    );
  });

  it('names an entry that the dictionary lacks', () => {
    expect(() => new InlineTexts(['a'], (text) => text).length(1)).toThrow(
      expect.objectContaining({ code: 'BATCH_INVALID', value: 1 }),
    );
  });
});
