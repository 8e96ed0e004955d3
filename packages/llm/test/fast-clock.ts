import { systemClock } from '@synth/core';
import type { Clock } from '@synth/core';

/** A clock that runs `factor` times as fast as the machine's: real requests, short waits. Keeps the waits asked for. */
export function fastClock(factor: number): Clock & { readonly sleeps: number[] } {
  const start = systemClock.now();
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => start + (systemClock.now() - start) * factor,
    sleep: (ms, signal) => {
      sleeps.push(ms);
      return systemClock.sleep(ms / factor, signal);
    },
  };
}
