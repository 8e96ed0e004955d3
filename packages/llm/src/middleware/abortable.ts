import { abortedError, throwIfAborted } from '../errors/call-failure';
import type { CallFailure } from '../errors/call-failure';
import { onAbort } from './on-abort';

/**
 * The result of somebody else's work, or an abort of one's own, whichever is first. The work goes on.
 *
 * @param outcome what leaving may have cost: nothing, unless the work was begun for this caller
 * @throws SynthError `CALL_ABORTED`
 */
export function abortable<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  outcome: CallFailure['outcome'] = 'not-sent',
): Promise<T> {
  if (signal === undefined) return work;
  throwIfAborted(signal);
  return new Promise((resolve, reject) => {
    const stop = onAbort(signal, () => reject(abortedError(outcome)));
    work
      .then(resolve, reject)
      .finally(stop)
      .catch(() => undefined);
  });
}
