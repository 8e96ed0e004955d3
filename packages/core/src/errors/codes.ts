/** The codes of errors that `@synth/core` raises. */
export type CoreErrorCode =
  /** A configuration does not fit its schema: an unknown option, a wrong type, a value out of bounds. */
  | 'CONFIG_INVALID'
  /** A parameter of a distribution, sampler or process is out of its domain. */
  | 'PARAMETER_INVALID'
  /** A seed is not a string or a finite number. */
  | 'SEED_INVALID'
  /** A value cannot be written as canonical JSON. */
  | 'JSON_INVALID'
  /** A table that the dataset does not have was asked for. */
  | 'TABLE_UNKNOWN'
  /** A law of `@synth/core/testing` does not hold. */
  | 'LAW_BROKEN';
