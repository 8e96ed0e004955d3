import { KeyedSet, keyedNumber } from './keyed-sample';

it('spreads texts evenly, by the seed', () => {
  const [a, b] = [keyedNumber('a', 'x'), keyedNumber('b', 'x')];
  const texts = Array.from({ length: 20_000 }, (_, i) => `u${String(i).padStart(7, '0')}`);
  for (const share of [0.5, 0.25, 0.03]) {
    const count = texts.filter((text) => a(text) < share).length;
    // Binomial, z = 5.
    expect(Math.abs(count - 20_000 * share)).toBeLessThan(5 * Math.sqrt(20_000 * share * (1 - share)));
  }
  const both = texts.filter((text) => a(text) < 0.5 && b(text) < 0.5).length;
  expect(Math.abs(both - 5000)).toBeLessThan(5 * Math.sqrt(20_000 * 0.25 * 0.75));
  expect(keyedNumber('a', 'x')('u0000017')).toBe(a('u0000017'));
});

it('finds every repeat while it is small', () => {
  const set = new KeyedSet({ seed: 1, name: 'keys', most: 10 });
  expect(['a', 'b', 'a', 'c', 'b'].map((text) => set.seen(text))).toEqual([false, false, true, false, true]);
  expect(set.share).toBe(1);
});

it('beyond its bound finds a share of the repeats, the same in any order', () => {
  const texts = Array.from({ length: 4000 }, (_, i) => `k${i}`);
  const found = (order: readonly string[]): string[] => {
    const set = new KeyedSet({ seed: 1, name: 'keys', most: 500 });
    for (const text of order) expect(set.seen(text)).toBe(false);
    expect(set.share).toBeLessThanOrEqual(0.125);
    return texts.filter((text) => set.seen(text));
  };
  const some = found(texts);
  expect(some.length).toBeGreaterThan(200);
  expect(some.length).toBeLessThanOrEqual(500);
  expect(found([...texts].reverse())).toEqual(some);
});

it('tells the same text of two groups apart, and samples both', () => {
  const small = new KeyedSet({ seed: 1, name: 'keys', most: 10 });
  const pairs = ['a x', 'b x', 'a y', 'a x', 'b x'].map((pair) => pair.split(' '));
  expect(pairs.map(([group, text]) => small.seen(text!, group))).toEqual([false, false, false, true, true]);

  const set = new KeyedSet({ seed: 1, name: 'keys', most: 500 });
  const texts = Array.from({ length: 4000 }, (_, i) => [`t${i % 50}`, `g${i % 80}-${i}`] as const);
  for (const [text, group] of texts) expect(set.seen(text, group)).toBe(false);
  const found = texts.filter(([text, group]) => set.seen(text, group)).length;
  expect(set.share).toBeLessThanOrEqual(0.125);
  expect(found).toBeGreaterThan(200);
  expect(found).toBeLessThanOrEqual(500);
});
