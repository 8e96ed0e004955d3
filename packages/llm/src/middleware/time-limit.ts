import type { Clock } from '@synth/core';
import { abortedError, callError } from '../errors/call-failure';
import { onAbort } from './on-abort';

// One object for all: making an Error costs more than the rest of the wrapper.
const finished = Symbol('finished');

/**
 * Runs `work` for at most `ms`. When the time is up, or `outer` is aborted, the signal that `work` got is aborted and
 * the result does not wait for it: some clients notice an abort late. When `work` is done the signal is aborted as
 * well, which ends the timer, and whatever might still run for this call.
 *
 * @param outer the caller's own signal
 * @param sent whether anything may have been sent: decides what an abort may have cost
 * @throws SynthError `CALL_TIMEOUT`, `CALL_ABORTED`
 */
export async function withTimeLimit<T>(
  options: { clock: Clock; ms: number; what: string; outer: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { clock, ms, outer } = options;
  if (outer?.aborted === true) throw abortedError('not-sent');
  const inner = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const end = (): void => {
      inner.abort(finished);
      stop();
    };
    const giveUp = (error: Error): void => {
      reject(error);
      inner.abort(error);
      end();
    };
    const stop = onAbort(outer, () => giveUp(abortedError('unknown')));
    clock.sleep(ms, inner.signal).then(
      () =>
        giveUp(
          callError(
            'CALL_TIMEOUT',
            `${options.what} took longer than ${ms} ms`,
            { retryable: true, outcome: 'unknown' },
            'allow more time, or ask for fewer tokens',
          ),
        ),
      () => undefined,
    );
    work(inner.signal).then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error as Error);
      },
    );
  });
}
