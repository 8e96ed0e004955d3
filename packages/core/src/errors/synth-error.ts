/** What a {@link SynthError} says: enough for a person to mend the input without reading code. */
export interface SynthErrorDetails<Code extends string = string> {
  /** Stable, upper-case, for programs: `CONFIG_INVALID`. */
  readonly code: Code;
  /** One sentence for people. */
  readonly message: string;
  /** The option, column or argument at fault, as the caller wrote it. */
  readonly field?: string;
  /** The value that was refused. */
  readonly value?: unknown;
  /** What would have been accepted. */
  readonly allowed?: string;
  /** What to do next. */
  readonly remedy?: string;
  /** What caused it. */
  readonly cause?: unknown;
}

const marker = Symbol.for('synth.error');

/**
 * The one error class of the workspace.
 *
 * Recognise it by {@link isSynthError} and its `code`, never by `instanceof`: an ESM and a CommonJS copy of this
 * package in one process are two classes.
 *
 * @example
 * ```ts
 * const error = new SynthError({ code: 'CONFIG_INVALID', message: 'users is -1', field: 'users', value: -1, allowed: '1 or more' });
 * error.code; // => 'CONFIG_INVALID'
 * isSynthError(error, 'CONFIG_INVALID'); // => true
 * ```
 */
export class SynthError<Code extends string = string> extends Error {
  override readonly name = 'SynthError';
  readonly code: Code;
  readonly field?: string;
  readonly value?: unknown;
  readonly allowed?: string;
  readonly remedy?: string;

  constructor(details: SynthErrorDetails<Code>) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    if (details.field !== undefined) this.field = details.field;
    if ('value' in details) this.value = details.value;
    if (details.allowed !== undefined) this.allowed = details.allowed;
    if (details.remedy !== undefined) this.remedy = details.remedy;
    Object.defineProperty(this, marker, { value: true });
  }

  /** The facts as plain JSON, for `--json` and logs. */
  toJSON(): Record<string, unknown> {
    const { code, message, field, value, allowed, remedy } = this;
    return { code, message, field, value, allowed, remedy };
  }
}

/** Whether `error` is a {@link SynthError} (of any copy of this package), and of `code` where one is given. */
export function isSynthError<Code extends string = string>(
  error: unknown,
  code?: Code,
): error is SynthError<Code> {
  return (
    typeof error === 'object' &&
    error !== null &&
    marker in error &&
    (code === undefined || (error as { code?: unknown }).code === code)
  );
}
