import { chiSquareTest, countCells, ksTest, ksTestAtQuantiles } from './goodness-of-fit';
import { standardErrorOfMean, standardErrorOfShare, zScore } from './standard-error';

describe('goodness of fit', () => {
  it('counts values into cells that hold their lower edge', () => {
    expect(Array.from(countCells([0, 1, 1.5, 2, 7], [1, 2]))).toEqual([1, 2, 2]);
  });

  it('gives the chi-square of counts', () => {
    // (2^2 + 2^2) / 10 on one degree of freedom: scipy.stats.chisquare([12, 8]).
    expect(chiSquareTest([12, 8], [10, 10])).toMatchObject({ statistic: 0.8, degrees: 1 });
    expect(chiSquareTest([12, 8], [10, 10]).p).toBeCloseTo(0.3710933695226981, 10);
  });

  it('gives the greatest distance to the distribution function, from above and from below', () => {
    expect(ksTest([0.95, 0.1, 0.8, 0.55, 0.2], (x) => x).statistic).toBeCloseTo(0.2, 12);
    expect(ksTest([0.5, 0.6, 0.7], (x) => x).statistic).toBeCloseTo(0.5, 12);
  });

  it('gives the distance at known quantiles', () => {
    expect(ksTestAtQuantiles([30, 50], [0.25, 0.5], 100).statistic).toBeCloseTo(0.05, 12);
  });
});

describe('standard errors', () => {
  it('follow from variance and size', () => {
    expect(standardErrorOfMean(4, 100)).toBe(0.2);
    expect(standardErrorOfShare(0.5, 100)).toBe(0.05);
    expect(zScore(0.6, 0.5, 0.05)).toBeCloseTo(2, 12);
    expect(zScore(0, 0, 0)).toBe(0);
  });
});
