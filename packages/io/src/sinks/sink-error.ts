import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';

/** A service that cannot be reached, or that refused what was written. */
export function sinkError(
  code: Extract<IoErrorCode, 'SINK_UNAVAILABLE' | 'SINK_FAILED'>,
  sink: string,
  message: string,
  details: {
    readonly field?: string;
    readonly value?: unknown;
    readonly remedy?: string;
    readonly cause?: unknown;
  } = {},
): SynthError<IoErrorCode> {
  return new SynthError({ code, message: `${sink}: ${message}`, ...details });
}

/** The first line of what an error says. */
export function reasonOf(cause: unknown): string {
  const message = typeof cause === 'object' && cause !== null && 'message' in cause ? cause.message : cause;
  return String(message).split('\n')[0]!;
}
