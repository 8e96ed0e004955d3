import { standardNormalQuantile } from './standard-normal-quantile';

describe('standardNormalQuantile', () => {
  // scipy.stats.norm.ppf, scipy 1.11
  it.each([
    [0.5, 0],
    [0.025, -1.9599639845400545],
    [0.8, 0.8416212335729143],
    [1e-5, -4.264890793922825],
    [1e-20, -9.262340089798407],
    [1 - 1e-9, 5.997807019601637],
  ])('at %p is %p', (p, expected) => {
    expect(standardNormalQuantile(p)).toBeCloseTo(expected, 12);
  });

  it('is infinite at the ends and undefined outside', () => {
    expect(standardNormalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(standardNormalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(standardNormalQuantile(-0.1)).toBeNaN();
  });
});
