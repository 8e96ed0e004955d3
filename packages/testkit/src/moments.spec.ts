import { correlation, moments, standardisedMoments } from './moments';

// Expected values: numpy 1.24.2 and scipy 1.10.1.
describe('moments', () => {
  const values = [1, 2, 4, 8, 16, 3.5];

  it('gives mean, variance, skewness and kurtosis', () => {
    const { mean, variance, skewness, kurtosis } = moments(values);
    expect(mean).toBeCloseTo(5.75, 12);
    expect(variance).toBeCloseTo(30.975, 12);
    expect(skewness).toBeCloseTo(1.1585635815038777, 12);
    expect(kurtosis).toBeCloseTo(2.953086434228963, 12);
  });

  it('averages powers of what is standardised by the true mean and deviation', () => {
    expect(standardisedMoments([1, 3, 5], 3, 2, 4)).toEqual([0, 2 / 3, 0, 2 / 3]);
  });

  it('gives the correlation', () => {
    expect(correlation(values, [2, 1, 5, 3, 9, 4])).toBeCloseTo(0.8639493005182775, 12);
  });
});
