import type { SynthErrorDetails } from '@synth/core';
import { isSynthError, SynthError } from '@synth/core';
import type { ErrorMessage } from './messages';

/** An error as plain data: a clone between threads would lose its class and its fields. */
export function errorMessage(error: unknown): ErrorMessage {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { message, stack, code, syscall } = error as NodeJS.ErrnoException;
  const details = isSynthError(error) ? plain(error.toJSON()) : undefined;
  return {
    message: String(message),
    ...(stack === undefined ? {} : { stack }),
    ...(details === undefined ? {} : { details }),
    ...(code === undefined ? {} : { code }),
    ...(syscall === undefined ? {} : { syscall }),
  };
}

/** The error again, with the stack of the thread that it arose in. */
export function errorOf({ message, stack, details, ...system }: ErrorMessage): Error {
  const error =
    details === undefined
      ? Object.assign(new Error(message), system)
      : new SynthError(details as unknown as SynthErrorDetails);
  if (stack !== undefined) error.stack = stack;
  return error;
}

const plain = (value: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
