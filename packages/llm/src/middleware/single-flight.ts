import { isSynthError } from '@synth/core';
import { abortable } from './abortable';

/** The result of shared work, and whether another caller did it. */
export interface Flown<T> {
  readonly value: T;
  readonly shared: boolean;
}

/**
 * Lets equal work be done once: callers that come while it is under way share its result. A failure is shared as
 * well, but not the abort of whoever began it: then the next caller begins anew.
 */
export function singleFlight<T>(): (
  key: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
) => Promise<Flown<T>> {
  const flights = new Map<string, Promise<T>>();
  return async (key, signal, work) => {
    for (let flight = flights.get(key); flight !== undefined; flight = flights.get(key)) {
      try {
        return { value: await abortable(flight, signal), shared: true };
      } catch (error) {
        if (!isSynthError(error, 'CALL_ABORTED') || signal?.aborted === true) throw error;
      }
    }
    const flight = work();
    flights.set(key, flight);
    try {
      return { value: await flight, shared: false };
    } finally {
      flights.delete(key);
    }
  };
}
