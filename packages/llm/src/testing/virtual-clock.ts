import type { Clock } from '@synth/core';

/** A clock whose time passes only in sleep. */
export interface VirtualClock extends Clock {
  /** The waits asked for, in their order. */
  readonly sleeps: readonly number[];
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A clock for tests: nothing waits. When everything that can run has run, time jumps to the next sleeper.
 *
 * @param start milliseconds since 1970
 * @example
 * ```ts
 * const clock = virtualClock(0);
 * await clock.sleep(60_000);
 * clock.now(); // => 60000
 * ```
 */
export function virtualClock(start = 1_704_067_200_000): VirtualClock {
  let now = start;
  let jumping = false;
  const sleepers = new Set<Sleeper>();
  const sleeps: number[] = [];

  const jump = (): void => {
    if (jumping) return;
    jumping = true;
    // A turn of the event loop: pending promises and input go first.
    setImmediate(() => {
      jumping = false;
      let next: Sleeper | undefined;
      for (const sleeper of sleepers) if (next === undefined || sleeper.at < next.at) next = sleeper;
      if (next === undefined) return;
      now = Math.max(now, next.at);
      sleepers.delete(next);
      next.wake();
      jump();
    });
  };

  return {
    sleeps,
    now: () => now,
    sleep(ms, signal) {
      sleeps.push(ms);
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        const sleeper: Sleeper = {
          at: now + ms,
          wake: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        const onAbort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason as Error);
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', onAbort, { once: true });
        jump();
      });
    },
  };
}
