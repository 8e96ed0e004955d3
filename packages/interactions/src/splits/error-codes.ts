/** The codes of errors that splits raise. */
export type SplitErrorCode =
  /** A split by time, or of the last items, was asked for of data without timestamps. */
  'SPLIT_TIMES_MISSING';
