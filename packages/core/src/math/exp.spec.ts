import { exp } from './exp';

/** The distance from a positive number to the next greater one. */
function unitOfLastDigit(x: number): number {
  const bits = new BigInt64Array(Float64Array.of(x).buffer);
  bits[0] = bits[0]! + 1n;
  return new Float64Array(bits.buffer)[0]! - x;
}

describe('exp', () => {
  it.each([1, 30, 720])('is within two units of the last digit of Math.exp on [-%d, %d]', (range) => {
    for (let i = 0; i < 20_000; i++) {
      const x = range * (2 * ((i * 0.618033988749895) % 1) - 1);
      const expected = Math.exp(x);
      const allowed = Math.abs(x) < 700 ? 2 * unitOfLastDigit(expected) : 0;
      if (Math.abs(exp(x) - expected) > allowed) expect(exp(x)).toBe(expected);
    }
  });

  it('has the values of Math.exp at the ends', () => {
    const ends = [0, -0, -800, 800, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN];
    expect(ends.map(exp)).toEqual(ends.map(Math.exp));
  });
});
