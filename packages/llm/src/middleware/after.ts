import type { Clock } from '@synth/core';

/** Calls back after `ms` of a clock, unless the returned function is called before. */
export function after(clock: Clock, ms: number, callback: () => void): () => void {
  if (clock.after !== undefined) return clock.after(ms, callback);
  const stop = new AbortController();
  clock.sleep(ms, stop.signal).then(callback, () => undefined);
  return () => stop.abort();
}
