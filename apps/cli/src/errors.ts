/** The codes of errors that the command line itself raises. */
export type CliErrorCode =
  /** The first word is no command of synth. */
  | 'COMMAND_UNKNOWN'
  /** There is no generator of this name. */
  | 'GENERATOR_UNKNOWN'
  /** The command has no option of this name. */
  | 'OPTION_UNKNOWN'
  /** An option lacks its value, or its value cannot be read. */
  | 'OPTION_VALUE'
  /** An argument is missing, or one too many. */
  | 'ARGUMENT_INVALID'
  /** The file of `--config` cannot be read, or is not a JSON object. */
  | 'CONFIG_FILE'
  /** The address or the key of a service is given by no option and no variable. */
  | 'SERVICE_UNSET'
  /** Users or sessions of the ids that a seed gives are there, and no seed made them. */
  | 'SEED_FOREIGN';
