/** A fitted logistic regression: the log-odds are the intercept and the weighted features. */
export interface LogisticFit {
  readonly intercept: number;
  readonly weights: readonly number[];
  logit(row: (feature: number) => number): number;
}

const mostSteps = 50;

/**
 * Logistic regression with a ridge penalty of half the squared weights, the intercept free: Newton's method. The same
 * as scikit-learn's default (C = 1).
 *
 * @param columns by feature
 * @param labels 1 or 0
 * @param rows the rows to learn from
 */
export function logisticRegression(
  columns: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  rows: Int32Array,
): LogisticFit {
  const size = columns.length + 1;
  const beta = new Float64Array(size);
  const x = new Float64Array(size);
  for (let step = 0; step < mostSteps; step++) {
    const gradient = Float64Array.from(beta, (value, i) => (i === 0 ? 0 : -value));
    const hessian = Array.from({ length: size }, (_, i) => {
      const line = new Float64Array(size);
      if (i > 0) line[i] = 1;
      return line;
    });
    for (const row of rows) {
      x[0] = 1;
      for (let i = 1; i < size; i++) x[i] = columns[i - 1]![row]!;
      const p = 1 / (1 + Math.exp(-dot(beta, x)));
      const [error, weight] = [labels[row]! - p, p * (1 - p)];
      for (let i = 0; i < size; i++) {
        gradient[i]! += error * x[i]!;
        for (let j = 0; j <= i; j++) hessian[i]![j]! += weight * x[i]! * x[j]!;
      }
    }
    const change = solved(hessian, gradient);
    for (let i = 0; i < size; i++) beta[i]! += change[i]!;
    if (Math.max(...change.map(Math.abs)) < 1e-9) break;
  }
  const [intercept, ...weights] = beta;
  return {
    intercept: intercept!,
    weights,
    logit: (row) => weights.reduce((sum, weight, i) => sum + weight * row(i), intercept!),
  };
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** The x of A x = b for a positive definite A, of which the lower half is read and overwritten: Cholesky. */
function solved(a: readonly Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    const line = a[i]!;
    for (let j = 0; j <= i; j++) {
      let sum = line[j]!;
      for (let k = 0; k < j; k++) sum -= line[k]! * a[j]![k]!;
      line[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[j]![j]!;
    }
    for (let k = 0; k < i; k++) x[i]! -= line[k]! * x[k]!;
    x[i]! /= line[i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= a[k]![i]! * x[k]!;
    x[i]! /= a[i]![i]!;
  }
  return x;
}
