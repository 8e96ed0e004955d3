import type { LabelledValues } from '@synth/core';

/** Rows to learn from or to judge by. */
export interface LabelledRows {
  /** By row, the features. */
  readonly features: readonly ArrayLike<number>[];
  /** 0 or 1, by row. */
  readonly labels: ArrayLike<number>;
}

/** A fitted model. */
export interface Scorer {
  /** The log-odds that a row is positive. */
  score(features: ArrayLike<number>): number;
}

/** The rows as one run of numbers. */
export function valuesOf({ features, labels }: LabelledRows): LabelledValues {
  const width = features[0]?.length ?? 0;
  const values = new Float64Array(features.length * width);
  features.forEach((row, i) => values.set(row, i * width));
  return { values, width, labels };
}
