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
  | 'ID_UNKNOWN';
