import type { Clock } from '@synth/core';
import { abortedError, callError } from '../errors/call-failure';
import { after } from './after';
import { onAbort } from './on-abort';

/**
 * Runs `work` for at most `ms`. When the time is up, or `outer` is aborted, the signal that `work` got is aborted and
 * the result does not wait for it: some clients notice an abort late.
 *
 * @param outer the caller's own signal
 * @throws SynthError `CALL_TIMEOUT`, `CALL_ABORTED`
 */
export function withTimeLimit<T>(
  options: { clock: Clock; ms: number; what: string; outer: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { clock, ms, outer } = options;
  return new Promise<T>((resolve, reject) => {
    if (outer?.aborted === true) throw abortedError('not-sent');
    const inner = new AbortController();
    const giveUp = (error: Error): void => {
      end();
      reject(error);
      inner.abort(error);
    };
    const stopTimer = after(clock, ms, () =>
      giveUp(
        callError(
          'CALL_TIMEOUT',
          `${options.what} took longer than ${ms} ms`,
          { retryable: true, outcome: 'unknown' },
          'allow more time, or ask for fewer tokens',
        ),
      ),
    );
    const stopListening = onAbort(outer, () => giveUp(abortedError('unknown')));
    const end = (): void => {
      stopTimer();
      stopListening();
    };
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
