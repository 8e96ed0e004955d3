import { cholesky, choleskySolve } from '../math/cholesky';

/** What a logistic regression learns from: numbers by rows, and 1 or 0 a row. */
export interface LabelledValues {
  /** `width` numbers a row. */
  readonly values: Float64Array;
  readonly width: number;
  readonly labels: ArrayLike<number>;
}

/** Weights of a fitted {@link logisticRegression}. */
export interface LogisticModel {
  readonly intercept: number;
  readonly weights: Float64Array;
  /** The log odds of a row of values. */
  score(values: ArrayLike<number>): number;
}

const mostSteps = 50;
/** The last step moves no weight by more. */
const leastMove = 1e-9;

/**
 * Logistic regression with a ridge penalty on all weights but the intercept: the minimum of
 * sum ln(1 + exp(-y w'x)) + lambda |w|^2 / 2 with y = 1 or -1, by Newton's method with halved steps where one goes too
 * far. The same minimum as scikit-learn's `LogisticRegression(C=1/lambda)`. O(steps x rows x width^2).
 *
 * @param lambda above 0, so that there is a minimum whatever the data
 * @example
 * ```ts
 * const rows = { values: Float64Array.of(-2, -1, 1, 2), width: 1, labels: [0, 0, 1, 1] };
 * logisticRegression(rows, 1).weights[0]! > 0; // => true
 * ```
 */
export function logisticRegression({ values, width, labels }: LabelledValues, lambda: number): LogisticModel {
  const n = width + 1;
  const rows = labels.length;
  const score = (weights: Float64Array, row: number): number => {
    let sum = weights[width]!;
    for (let j = 0; j < width; j++) sum += weights[j]! * values[row * width + j]!;
    return sum;
  };
  const loss = (weights: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const margin = labels[row] === 1 ? score(weights, row) : -score(weights, row);
      sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }
    for (let j = 0; j < width; j++) sum += (lambda / 2) * weights[j]! * weights[j]!;
    return sum;
  };
  let weights = new Float64Array(n);
  let before = loss(weights);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, curvature } = derivatives(weights);
    cholesky(curvature, n);
    choleskySolve(curvature, n, gradient);
    const isLast = gradient.every((move) => Math.abs(move) <= leastMove);
    let next = weights.map((weight, j) => weight - gradient[j]!);
    let after = loss(next);
    for (let scale = 0.5; !isLast && after > before && scale > 1e-8; scale /= 2) {
      const shorter = scale;
      next = weights.map((weight, j) => weight - shorter * gradient[j]!);
      after = loss(next);
    }
    if (isLast || after <= before) weights = next;
    if (isLast || !(after <= before)) break;
    before = after;
  }
  return {
    intercept: weights[width]!,
    weights: weights.subarray(0, width),
    score: (row) => {
      let sum = weights[width]!;
      for (let j = 0; j < width; j++) sum += weights[j]! * row[j]!;
      return sum;
    },
  };

  function derivatives(at: Float64Array): { gradient: Float64Array; curvature: Float64Array } {
    const gradient = new Float64Array(n);
    const curvature = new Float64Array(n * n);
    const x = new Float64Array(n).fill(1);
    for (let row = 0; row < rows; row++) {
      for (let j = 0; j < width; j++) x[j] = values[row * width + j]!;
      const chance = 1 / (1 + Math.exp(-score(at, row)));
      const weight = chance * (1 - chance);
      for (let i = 0; i < n; i++) {
        gradient[i]! += (chance - labels[row]!) * x[i]!;
        for (let j = 0; j <= i; j++) curvature[i * n + j]! += weight * x[i]! * x[j]!;
      }
    }
    for (let j = 0; j < width; j++) {
      gradient[j]! += lambda * at[j]!;
      curvature[j * n + j]! += lambda;
    }
    curvature[width * n + width]! += 1e-9;
    return { gradient, curvature };
  }
}
