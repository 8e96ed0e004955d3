/** The codes of errors that `@synth/match-events` raises beside those of `@synth/core`. */
export type MatchErrorCode =
  /** An input table has no column that is needed. */
  | 'INPUT_COLUMN_MISSING'
  /** An input table has no rows. */
  | 'INPUT_EMPTY'
  /** Two rows of an input table have the same id. */
  | 'INPUT_DUPLICATE'
  /** More events were asked for than pairs pass the preset; the message says how many there are. */
  | 'EVENTS_TOO_MANY'
  /** There is nobody to make events of: no group for group events, one traveller for solo events. */
  | 'EVENTS_IMPOSSIBLE'
  /** A training set needs at least 10 events, and fewer could be read; the message counts the bad lines. */
  | 'EVENTS_TOO_FEW'
  /** A split by persons or pairs was asked for, and events have no ids. */
  | 'IDS_MISSING'
  /** A split leaves no event for training, or none for validation. */
  | 'SPLIT_EMPTY'
  /** A model cannot be fitted: no row, or labels of one kind only. */
  | 'ROWS_UNFIT'
  /** A traveller or a group that the data does not have was asked for. */
  | 'ID_UNKNOWN';
