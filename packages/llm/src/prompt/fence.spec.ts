import fc from 'fast-check';
import { fence } from './fence';

const parts = (fenced: string): readonly string[] =>
  /^<data id="([^"]*)">\n([\s\S]*)\n<\/data id="([^"]*)">$/.exec(fenced) ?? [];

describe('fence', () => {
  it('encloses a text between tags of its own', () => {
    const [, open, body, close] = parts(fence('review', 'Fine.'));
    expect(open).toMatch(/^review-[0-9a-f]{16}$/);
    expect([body, close]).toEqual(['Fine.', open]);
  });

  it('cannot be closed by the text inside, even one that knows another fence', () => {
    const known = fence('review', 'Fine.');
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before}${known}${after}`;
        const fenced = fence('review', text);
        const id = /^<data id="([^"]*)"/.exec(fenced)![1]!;
        expect(fenced.split(id)).toHaveLength(3);
      }),
    );
  });

  it('takes out what is not seen, and keeps lines and tabs', () => {
    const [, , body] = parts(fence('t', 'a\u200bb\u202ec\u0007\u{e0041}d\n\te\u00ad'));
    expect(body).toBe('abcd\n\te');
  });

  it('cuts long texts and says so', () => {
    const [, , body] = parts(fence('t', 'x'.repeat(50), { maxLength: 10 }));
    expect(body).toBe('xxxxxxxxxx [cut]');
  });
});
