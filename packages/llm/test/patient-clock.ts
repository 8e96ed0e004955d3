import { virtualClock } from '../src/testing';
import type { VirtualClock } from '../src/testing';

/** A clock for real requests: waits take no time, and however slow the machine is, no time limit ends by itself. */
export interface PatientClock extends VirtualClock {
  /** Ends the running time limits of at most `ms`. */
  runOut(ms: number): void;
}

export function patientClock(): PatientClock {
  const limits = new Set<{ ms: number; callback: () => void }>();
  return {
    ...virtualClock(),
    after(ms, callback) {
      const limit = { ms, callback };
      limits.add(limit);
      return () => limits.delete(limit);
    },
    runOut(most) {
      for (const { ms, callback } of [...limits]) if (ms <= most) callback();
    },
  };
}
