import { streams } from '../random/streams';
import { logisticRegression } from './logistic-regression';

const rng = streams({ seed: 1, dataset: 'test' }).stream('logistic').at(0);
const width = 3;
const rows = 500;
const planted = [1.5, -2, 0];
const values = Float64Array.from({ length: rows * width }, () => 2 * rng.nextF64() - 1);
const at = (row: number) => values.subarray(row * width, (row + 1) * width);
const logit = (weights: ArrayLike<number>, row: number) =>
  at(row).reduce((sum, value, j) => sum + weights[j]! * value, 0);
const labels = Array.from({ length: rows }, (_, row) =>
  rng.nextF64() < 1 / (1 + Math.exp(-0.5 - logit(planted, row))) ? 1 : 0,
);

describe('logisticRegression', () => {
  it.each([1e-3, 1, 50])('has a gradient of zero at ridge %f', (lambda) => {
    const { intercept, weights, score } = logisticRegression({ values, width, labels }, lambda);
    const gradient = [0, ...Array.from(weights, (weight) => lambda * weight)];
    for (let row = 0; row < rows; row++) {
      expect(score(at(row))).toBeCloseTo(intercept + logit(weights, row), 12);
      const excess = 1 / (1 + Math.exp(-score(at(row)))) - labels[row]!;
      gradient[0]! += excess;
      for (let j = 0; j < width; j++) gradient[j + 1]! += excess * at(row)[j]!;
    }
    for (const part of gradient) expect(Math.abs(part)).toBeLessThan(1e-6);
  });

  it('ends where the labels are apart, and where there is nothing to learn', () => {
    const apart = logisticRegression(
      { values: Float64Array.of(-2, -1, 1, 2), width: 1, labels: [0, 0, 1, 1] },
      1e-6,
    );
    expect(apart.score([1])).toBeGreaterThan(5);
    expect(Number.isFinite(apart.weights[0])).toBe(true);
    const { intercept } = logisticRegression(
      { values: new Float64Array(0), width: 0, labels: [1, 0, 0, 0] },
      1,
    );
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 6);
  });
});
