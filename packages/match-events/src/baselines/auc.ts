import { rocAuc } from '@synth/core';

/** An area under the ROC curve with its 95% interval. */
export interface Auc {
  readonly auc: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The area under the ROC curve with its interval by the standard error of DeLong: auc +- z * error, within 0..1.
 *
 * @param labels 0 or 1
 * @param z default 1.96: 95%
 */
export function aucWithInterval(scores: ArrayLike<number>, labels: ArrayLike<number>, z = 1.96): Auc {
  const { auc, error } = rocAuc(scores, labels);
  return { auc, low: Math.max(0, auc - z * error), high: Math.min(1, auc + z * error) };
}
