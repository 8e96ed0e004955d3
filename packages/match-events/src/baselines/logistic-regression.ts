import { sigmoid } from '../outcomes/logistic';
import type { LabelledRows, Scorer } from './labelled-rows';
import { solveSymmetric } from './solve-symmetric';

/** A fitted logistic regression. */
export interface LogisticModel extends Scorer {
  readonly intercept: number;
  /** Log-odds from feature 0 to feature 1. */
  readonly weights: readonly number[];
}

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares): maximises the log-likelihood less
 * ridge / 2 times the sum of the squared weights, the intercept aside. Ends when no parameter moves by over 1e-8.
 *
 * @param ridge over 0; default 1e-3, which keeps columns that depend on each other apart
 */
export function logisticRegression({ features, labels }: LabelledRows, ridge = 1e-3): LogisticModel {
  const width = (features[0]?.length ?? 0) + 1;
  const parameters = new Float64Array(width);
  const row = new Float64Array(width).fill(1);
  const logitOf = (values: ArrayLike<number>): number => {
    let logit = parameters[0]!;
    for (let j = 1; j < width; j++) logit += parameters[j]! * values[j - 1]!;
    return logit;
  };
  for (let step = 0; step < 50; step++) {
    const gradient = new Float64Array(width);
    const hessian = Array.from({ length: width }, () => new Float64Array(width));
    features.forEach((values, i) => {
      for (let j = 1; j < width; j++) row[j] = values[j - 1]!;
      const p = sigmoid(logitOf(values));
      const weight = p * (1 - p);
      for (let j = 0; j < width; j++) {
        gradient[j]! += (labels[i]! - p) * row[j]!;
        for (let k = 0; k <= j; k++) hessian[j]![k]! += weight * row[j]! * row[k]!;
      }
    });
    hessian[0]![0]! += 1e-9;
    for (let j = 1; j < width; j++) {
      gradient[j]! -= ridge * parameters[j]!;
      hessian[j]![j]! += ridge;
    }
    const move = solveSymmetric(hessian, gradient);
    // A whole step may overshoot where the classes are nearly apart.
    const scale = 1 / Math.max(1, Math.max(...move.map(Math.abs)) / 5);
    for (let j = 0; j < width; j++) parameters[j]! += scale * move[j]!;
    if (move.every((value) => Math.abs(value) < 1e-8)) break;
  }
  return { intercept: parameters[0]!, weights: [...parameters.subarray(1)], score: logitOf };
}
