import type { LogisticModel } from '@synth/core';
import { logisticRegression } from '@synth/core';

/**
 * Logistic regression with scikit-learn's default penalty (C = 1).
 *
 * @param columns by feature
 * @param labels 1 or 0
 * @param rows the rows to learn from
 */
export function regressionOf(
  columns: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  rows: ArrayLike<number>,
): LogisticModel {
  const width = columns.length;
  const values = new Float64Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < width; j++) values[i * width + j] = columns[j]![rows[i]!]!;
  }
  return logisticRegression({ values, width, labels: Array.from(rows, (row) => labels[row]!) }, 1);
}
