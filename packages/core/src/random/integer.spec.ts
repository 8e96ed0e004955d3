import { nextBelow } from './integer';
import { streams } from './streams';
import type { Rng } from './rng';

/** A generator that gives these 32-bit words in turn. */
const words = (...values: number[]): Rng => {
  const rng = streams({ seed: 1, dataset: 'spec' }).stream('words').at(0);
  let at = 0;
  return Object.assign(rng, { nextU32: () => values[at++]! });
};

describe('nextBelow', () => {
  it('takes the high part of draw x bound', () => {
    expect(nextBelow(words(0x80000000 + 1), 6)).toBe(3);
    expect(nextBelow(words(0xffffffff), 6)).toBe(5);
  });

  it('rejects the low words that would favour some values: 2^32 mod 6 = 4 of them', () => {
    // 0 x 6 has the low word 0 < 4; 1 x 6 has 6.
    expect(nextBelow(words(0, 1), 6)).toBe(0);
    // 715827883 x 6 = 2^32 + 2: low word 2, rejected. x 6 of the next: low word 8.
    expect(nextBelow(words(715827883, 715827884), 6)).toBe(1);
    expect(nextBelow(words(715827883, 0xffffffff), 6)).toBe(5);
  });

  it('cuts 53 bits into equal cells above 2^21 and rejects the rest', () => {
    const bound = 3 * 2 ** 51;
    // A cell is one number; 2^53 - 1 and 3 x 2^51 lie beyond the last cell.
    expect(nextBelow(words(0xffffffff, 0xffffffff, 0xc0000000, 0, 5 << 11, 7), bound)).toBe(5 * 2 ** 32 + 7);
    expect(nextBelow(words(0xffffffff, 0xffffffff), 2 ** 53)).toBe(2 ** 53 - 1);
  });

  it.each([1, 2, 7, 1000, 2 ** 21, 2 ** 21 + 1, 2 ** 32 + 3, 2 ** 53])(
    'stays in [0, %d) and reaches both halves',
    (bound) => {
      const rng = streams({ seed: 2, dataset: 'spec' }).stream('range').at(bound);
      const values = Array.from({ length: 1000 }, () => nextBelow(rng, bound));
      expect(values.every((value) => Number.isInteger(value) && value >= 0 && value < bound)).toBe(true);
      const upper = values.filter((value) => value >= bound / 2).length;
      // Binomial(1000, 1/2), or (bound + 1) / 2 / bound where the bound is odd: five standard errors are 79.
      const expected = (1000 * Math.floor(bound / 2)) / bound;
      expect(Math.abs(upper - expected)).toBeLessThanOrEqual(79);
    },
  );
});
