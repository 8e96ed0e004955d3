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
