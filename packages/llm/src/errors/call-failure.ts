import { isSynthError, SynthError } from '@synth/core';
import type { Usage } from '../model/usage';
import type { LlmErrorCode } from './codes';

/** What is known of a request that failed. Plain JSON: it is the `value` of the error. */
export interface CallFailure {
  /** The HTTP status, where an answer came. */
  readonly status?: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** How long the provider asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /**
   * What the request cost: nothing, because it never left (`not-sent`) or was turned away (`refused`); its `usage`,
   * because an answer came that is of no use (`answered`); or nobody knows (`unknown`: it may have been billed).
   */
  readonly outcome: 'not-sent' | 'refused' | 'answered' | 'unknown';
  readonly usage?: Usage;
}

/** An error of one request. */
export function callError(
  code: LlmErrorCode,
  message: string,
  failure: CallFailure,
  remedy?: string,
): SynthError<LlmErrorCode> {
  return new SynthError({ code, message, value: failure, ...(remedy === undefined ? {} : { remedy }) });
}

/** What an error says of its request. An error of unknown make: not retried, and its cost is unknown. */
export function failureOf(error: unknown): CallFailure {
  const value = isSynthError(error) ? error.value : undefined;
  if (typeof value === 'object' && value !== null && 'outcome' in value && 'retryable' in value) {
    return value as CallFailure;
  }
  return { retryable: false, outcome: 'unknown' };
}

/** The error of a caller's abort. */
export function abortedError(outcome: CallFailure['outcome']): SynthError<LlmErrorCode> {
  return callError('CALL_ABORTED', 'the call was aborted by its caller', { retryable: false, outcome });
}

/** @throws SynthError `CALL_ABORTED` when the signal is aborted already: nothing was sent */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw abortedError('not-sent');
}
