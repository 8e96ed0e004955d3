import { isSynthError } from '@synth/core';
import { abortedError, callError } from '../errors/call-failure';
import type { CallFailure } from '../errors/call-failure';
import type { LlmErrorCode } from '../errors/codes';
import { redactSecrets } from '../errors/redact';

/** What an adapter reads from its client library's error. */
export interface SdkFailure {
  readonly message: string;
  readonly status?: number;
  /** The provider's own word: `insufficient_quota`. */
  readonly reason?: string;
  readonly retryAfterMs?: number;
  /** The provider's wish, against what the status would say. */
  readonly shouldRetry?: boolean;
  /** Whether no connection came about, so that nothing can have been answered. */
  readonly unreachable: boolean;
  /** Whether an answer came that could not be read. */
  readonly unreadable: boolean;
}

const retried = new Set([408, 409, 425, 429]);
// A gateway gave up waiting: the model may have answered, and be billed.
const doubtful = new Set([408, 502, 504]);

/**
 * The error of a failed request. Its message has no secret, and the library's own error, which may hold headers, is
 * left behind.
 *
 * @param signal the call's own: some libraries report an abort and a timeout alike
 */
export function sdkError(
  model: string,
  failure: SdkFailure,
  signal: AbortSignal | undefined,
  secrets: readonly string[],
): Error {
  if (signal?.aborted === true) return isSynthError(signal.reason) ? signal.reason : abortedError('unknown');
  const { status, reason = '', retryAfterMs } = failure;
  const said = redactSecrets(failure.message, secrets).slice(0, 500);
  const error = (code: LlmErrorCode, facts: CallFailure, remedy?: string): Error =>
    callError(code, `${model}: ${said}`, { ...facts, ...(status === undefined ? {} : { status }) }, remedy);
  if (failure.unreadable) return error('ANSWER_MALFORMED', { retryable: true, outcome: 'unknown' });
  if (status === undefined) {
    const remedy = failure.unreachable ? 'check the address, and that the server is running' : undefined;
    const outcome = failure.unreachable ? 'not-sent' : 'unknown';
    return error('NETWORK_FAILED', { retryable: true, outcome }, remedy);
  }
  const outcome = doubtful.has(status) ? 'unknown' : 'refused';
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 401 || status === 403) {
    return error('KEY_REFUSED', { retryable: false, outcome }, 'check the key and what it may use');
  }
  if (status === 429 && /insufficient_quota|billing/i.test(reason)) {
    return error(
      'QUOTA_EXHAUSTED',
      { retryable: false, outcome },
      'add credit to the account, or wait for its month',
    );
  }
  const retryable = failure.shouldRetry ?? (retried.has(status) || status >= 500);
  if (status === 429)
    return error('RATE_LIMITED', { retryable, outcome, ...wait }, 'lower the rate or concurrency');
  if (status >= 500 || status === 408) return error('PROVIDER_FAILED', { retryable, outcome, ...wait });
  return error(
    'REQUEST_REFUSED',
    { retryable, outcome, ...wait },
    'read what the provider says, and change the request',
  );
}

/**
 * The milliseconds of a Retry-After header: seconds, or a date.
 *
 * @param now the time that a date is measured from
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : undefined;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
