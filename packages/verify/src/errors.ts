/** The codes of errors that `@synth/verify` raises beside those of `@synth/io` and `@synth/interactions`. */
export type VerifyErrorCode =
  /** Neither a folder nor a file is there, or it cannot be read. */
  | 'SOURCE_UNREADABLE'
  /** A run has no table of interactions, or none in a format that can be read; plain tables are of no known kind. */
  | 'SOURCE_UNSUITED'
  /** A file or folder holds no rows, or no interaction that is positive. */
  | 'SOURCE_EMPTY'
  /** There are no bands of that name. */
  | 'PRESET_UNKNOWN'
  /** A report is to be drawn of other data than it is about. */
  | 'REPORT_MISMATCH'
  /** A reference is too small to compare with: under 40 users or 20 items, or none that overlap. */
  | 'REFERENCE_UNSUITED'
  /** Bands of a preset and a reference were both asked for. */
  | 'BANDS_CLASH'
  /** Two runs that are no twins: of another dataset, or without a format that both are written in. */
  | 'TWINS_UNSUITED'
  /** A recommender's option is out of bounds. */
  | 'MODEL_OPTION';
