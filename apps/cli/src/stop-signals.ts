import type { Clock } from '@synth/core';

/** A process above this one (nx, tsx) may pass the same Ctrl-C on once more. */
const sameSignalMilliseconds = 300;

/**
 * What to do with Ctrl-C: the first asks to stop, another one exits.
 *
 * @returns the handler of a signal
 */
export function stopSignals(
  clock: Clock,
  actions: { readonly stop: () => void; readonly exit: () => void },
): () => void {
  let first: number | undefined;
  return () => {
    const now = clock.now();
    if (first === undefined) {
      first = now;
      actions.stop();
    } else if (now - first > sameSignalMilliseconds) {
      actions.exit();
    }
  };
}
