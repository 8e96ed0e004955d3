import { rocArea } from '@synth/core';
import { regressionOf } from './regression-of';

/**
 * The AUC of logistic regression on rows that it did not learn from: the mean over the folds.
 *
 * @param columns by feature
 * @param labels 1 or 0
 * @param fold of each row; rows that know of each other belong in one fold
 */
export function crossValidatedAuc(
  columns: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  fold: ArrayLike<number>,
): number {
  const rows = Array.from({ length: labels.length }, (_, row) => row);
  const folds = [...new Set(Array.from(fold))];
  const areas = folds.map((one) => {
    const fit = regressionOf(
      columns,
      labels,
      rows.filter((row) => fold[row] !== one),
    );
    const held = rows.filter((row) => fold[row] === one);
    return rocArea(
      held.map((row) => fit.score(columns.map((column) => column[row]!))),
      held.map((row) => labels[row]!),
    );
  });
  return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}
