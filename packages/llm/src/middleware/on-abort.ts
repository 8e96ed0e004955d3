// One listener a signal: a run has hundreds of calls on one, which Node would warn of as a leak.
const callbacks = new WeakMap<AbortSignal, Set<() => void>>();

function callbacksOf(signal: AbortSignal): Set<() => void> {
  const known = callbacks.get(signal);
  if (known !== undefined) return known;
  const made = new Set<() => void>();
  callbacks.set(signal, made);
  signal.addEventListener(
    'abort',
    () => {
      for (const callback of made) callback();
      made.clear();
    },
    { once: true },
  );
  return made;
}

/** Calls `callback` when the signal is aborted, unless the returned function was called before. */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const waiting = callbacksOf(signal);
  waiting.add(callback);
  return () => void waiting.delete(callback);
}
