/** The codes of errors that `@synth/interactions` raises beside those of `@synth/core`. */
export type InteractionsErrorCode =
  /** An input table has no column that is needed, or not the one that was named. */
  | 'INPUT_COLUMN_MISSING'
  /** An input table has no rows. */
  | 'INPUT_EMPTY'
  /** A value of an input table is missing, not a number, or out of bounds; the message names its line. */
  | 'INPUT_VALUE'
  /** Two rows of an input table have the same id. */
  | 'INPUT_DUPLICATE'
  /** A user or an item that the data does not have was asked for. */
  | 'ID_UNKNOWN'
  /** Arrays of a matrix do not fit each other, or an index is out of bounds. */
  | 'MATRIX_INVALID'
  /** A split by time, or of the last items, was asked for of data without timestamps. */
  | 'SPLIT_TIMES_MISSING'
  /** Hard negatives were asked for of data without item vectors. */
  | 'EMBEDDINGS_MISSING'
  /** Item vectors are not one a row of the items. */
  | 'EMBEDDINGS_SHAPE';
