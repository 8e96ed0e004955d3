import { isSynthError } from '@synth/core';

/** What the process says when it ends. */
export const exitCode = { done: 0, checkFailed: 1, badInput: 2, outsideFailed: 3, interrupted: 130 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Codes of errors that are not about what was asked, but about the machine or a service that did not do it. */
const outside: ReadonlySet<string> = new Set();

/** The exit code of an error: what is wrong with the input, else what failed outside. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!isSynthError(error)) return exitCode.outsideFailed;
  if (error.code === 'RUN_INTERRUPTED') return exitCode.interrupted;
  return outside.has(error.code) ? exitCode.outsideFailed : exitCode.badInput;
}
