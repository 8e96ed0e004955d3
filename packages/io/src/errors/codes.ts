/** The codes of errors that `@synth/io` raises. */
export type IoErrorCode =
  /** A format that does not exist was asked for. */
  | 'FORMAT_UNKNOWN'
  /** A format cannot write a table: a column type, or a role that no column has. */
  | 'FORMAT_UNSUITED'
  /** A batch does not fit its table's spec: a defect of the dataset. */
  | 'BATCH_INVALID'
  /** An input file cannot be opened or read, or its gzip is damaged. */
  | 'INPUT_UNREADABLE'
  /** An input file holds nothing. */
  | 'INPUT_EMPTY'
  /** A compressed input file ends before its end mark. */
  | 'INPUT_TRUNCATED'
  /** A line, or a quoted record, of an input file is over the limit. */
  | 'INPUT_LINE_TOO_LONG'
  /** An input file breaks the rules of its format, or is not UTF-8. */
  | 'INPUT_SYNTAX'
  /** An input file has none of the columns that one is taken from. */
  | 'INPUT_COLUMN_MISSING'
  /** A field of an input file is not a value of the type that was asked for. */
  | 'INPUT_VALUE';
