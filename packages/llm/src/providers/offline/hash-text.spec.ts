import fc from 'fast-check';
import { textVector } from './hash-text';

const cosine = (a: string, b: string, dimensions = 512): number => {
  const [u, v] = [textVector(a, dimensions), textVector(b, dimensions)];
  return u.reduce((sum, value, i) => sum + value * v[i]!, 0);
};

const titles = [
  'Red running shoes for women',
  'Stainless steel kettle, 1.7 litres',
  'Wireless headphones with noise cancelling',
  'Wooden toy train set',
  'Cotton bed sheets, queen size',
  'Mechanical keyboard with brown switches',
  'Garden hose, 30 metres',
  'Leather wallet for men',
];

describe('textVector', () => {
  it('has unit length at any dimension, also for nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 1536 }), (text, dimensions) => {
        const vector = textVector(text, dimensions);
        expect(vector).toHaveLength(dimensions);
        expect(Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))).toBeCloseTo(1, 5);
      }),
    );
  });

  it('has near texts near, and others not', () => {
    for (const dimensions of [512, 1536]) {
      for (const [i, title] of titles.entries()) {
        const near = [`${title} - new`, title.replace('o', 'oo'), title.split(' ').reverse().join(' ')];
        for (const one of near) expect(cosine(title, one, dimensions)).toBeGreaterThan(0.6);
        for (const other of titles.slice(i + 1)) expect(cosine(title, other, dimensions)).toBeLessThan(0.35);
      }
    }
  });

  it('orders by what is shared', () => {
    const query = 'red shoes';
    const close = cosine(query, 'Red running shoes for women');
    expect(close).toBeGreaterThan(cosine(query, 'Red cotton bed sheets'));
    expect(cosine(query, 'Red cotton bed sheets')).toBeGreaterThan(cosine(query, 'Garden hose, 30 metres'));
  });

  it('does not mind case, accents and punctuation', () => {
    expect(cosine('Café Crème!', 'cafe creme')).toBeCloseTo(1, 5);
  });

  it('sees pieces of scripts without spaces', () => {
    const near = cosine('掃除機は壊れました', '掃除機が壊れた');
    expect(near).toBeGreaterThan(0.3);
    expect(near).toBeGreaterThan(cosine('掃除機は壊れました', '青い海の写真を撮る') + 0.2);
  });
});
