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
  | 'INPUT_VALUE'
  /** The library that an adapter loads on demand is not installed. */
  | 'LIBRARY_MISSING'
  /** A broker, database or service cannot be reached, or does not let us in. */
  | 'SINK_UNAVAILABLE'
  /** A broker, database or service did not take what was written to it. */
  | 'SINK_FAILED'
  /** The output folder holds something else than this run, or two formats write the same file. */
  | 'OUTPUT_EXISTS'
  /** The output folder cannot be made or written: no permission, a read-only disk, a file in its place. */
  | 'OUTPUT_UNWRITABLE'
  /** The disk, or the quota, is full. */
  | 'OUTPUT_FULL'
  /** The output folder, or a file in it, went away under the run. */
  | 'OUTPUT_LOST'
  /** The reader of the output stream went away. */
  | 'OUTPUT_CLOSED'
  /** Writing failed for another reason: a device error, too many open files. */
  | 'OUTPUT_FAILED'
  /** Another run, of this process or another, writes into the output folder. */
  | 'RUN_IN_USE'
  /** The folder holds an unfinished run of another configuration, input or choice of files. */
  | 'RESUME_MISMATCH'
  /** A key of a file store is empty or too long. */
  | 'STORE_KEY_INVALID'
  /** A file store cannot read its folder, or a value in it. */
  | 'STORE_UNREADABLE'
  /** A file store cannot write or remove a value: no permission, a full disk, a file in its place. */
  | 'STORE_UNWRITABLE'
  /** There is no manifest in the folder: no run, or one that is unfinished. */
  | 'MANIFEST_MISSING'
  /** The manifest is not one, or of a newer version. */
  | 'MANIFEST_INVALID'
  /** A worker cannot import the dataset, or finds another version of it. */
  | 'DATASET_UNLOADABLE'
  /** A worker ended before its work did: out of memory, or ended by the dataset. */
  | 'WORKER_DIED';
