import { acceptedValues, greatestDifference } from '../../../test/accepted-values';
import { binomial } from '../binomial';
import { poisson } from '../poisson';
import { logBinomial, logPoisson } from './saddle-point';

// Expected values: mpmath 1.2.1 with 40 digits.
describe('saddle-point probabilities', () => {
  it.each([
    [0, 10, -10],
    [1, 10, -7.697414907005954],
    [7, 10, -2.4070657101070947],
    [15, 16, -2.310440550244173],
    [16, 16, -2.310440550244173],
    [40, 12.5, -21.791493942427177],
    [1e6, 1e6, -7.826693895520143],
    [1000005000000, 1e12, -27.23443075788153],
  ])('Poisson: ln P(%p) at mean %p', (k, mean, expected) => {
    expect(Math.abs(logPoisson(k, mean) / expected - 1)).toBeLessThan(1e-13);
  });

  it.each([
    [0, 20, 0.3, -7.133498878774647],
    [20, 20, 0.3, -24.07945608651872],
    [1, 20, 0.3, -4.98506446560786],
    [6, 20, 0.3, -1.6521419750931667],
    [19, 20, 0.3, -20.236425952577527],
    [300, 1000, 0.25, -9.99426278783907],
    [250000000000, 1e12, 0.25, -13.897460874383473],
    [500001000000, 1e12, 0.5, -16.041301910608585],
  ])('binomial: ln P(%p) of %p at %p', (k, n, p, expected) => {
    expect(Math.abs(logBinomial(k, n, p, 1 - p) / expected - 1)).toBeLessThan(1e-13);
  });
});

describe('transformed rejection', () => {
  const points = 150_000;

  it.each([10, 14.6, 60])(
    'accepts Poisson values of mean %p in the proportion of their probabilities',
    (mean) => {
      const counts = acceptedValues(poisson({ mean }).draw, points);
      expect(greatestDifference(counts, (k) => Math.exp(logPoisson(k, mean)))).toBeLessThan(1.5e-4);
    },
  );

  it.each([
    [20, 0.5],
    [40, 0.3],
    [300, 0.2],
  ])('accepts binomial values of %p trials at %p in the proportion of their probabilities', (n, p) => {
    const counts = acceptedValues(binomial({ n, p }).draw, points);
    expect(greatestDifference(counts, (k) => Math.exp(logBinomial(k, n, p, 1 - p)))).toBeLessThan(1.5e-4);
  });
});
