import { isSynthError } from '@synth/core';
import type { IoErrorCode } from '@synth/io';
import type { LlmErrorCode } from '@synth/llm';

/** What the process says when it ends. */
export const exitCode = { done: 0, checkFailed: 1, badInput: 2, outsideFailed: 3, interrupted: 130 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Errors that are not about what was asked, but about a machine or service that did not do it. */
const outside: readonly (IoErrorCode | LlmErrorCode)[] = [
  'OUTPUT_UNWRITABLE',
  'OUTPUT_FULL',
  'OUTPUT_LOST',
  'OUTPUT_CLOSED',
  'OUTPUT_FAILED',
  'RUN_IN_USE',
  'SINK_UNAVAILABLE',
  'SINK_FAILED',
  'DATASET_UNLOADABLE',
  'WORKER_DIED',
  'SINK_UNAVAILABLE',
  'SINK_FAILED',
  'STORE_UNREADABLE',
  'STORE_UNWRITABLE',
  'KEY_REFUSED',
  'RATE_LIMITED',
  'QUOTA_EXHAUSTED',
  'PROVIDER_FAILED',
  'NETWORK_FAILED',
  'CALL_TIMEOUT',
  'ANSWER_MALFORMED',
  'PROMPT_BLOCKED',
  'ANSWER_TRUNCATED',
  'OBJECT_INVALID',
  'EMBEDDING_INVALID',
  'BATCH_FAILED',
];

const outsideCodes: ReadonlySet<string> = new Set(outside);

/** The exit code of an error: bad input where it has a code that does not say otherwise. */
export function exitCodeOf(error: unknown): ExitCode {
  if (isSynthError(error, 'CALL_ABORTED')) return exitCode.interrupted;
  return isSynthError(error) && !outsideCodes.has(error.code) ? exitCode.badInput : exitCode.outsideFailed;
}
