import type { Rng } from '@synth/core';
import type { Calendar } from './calendar';

/** Two interactions of a user more than this apart belong to two sessions (the Coveo data release's rule). */
export const sessionGapMs = 30 * 60_000;

const longestPauseMs = sessionGapMs - 1;

export interface VisitOptions {
  readonly meanLength: number;
  readonly meanGapSeconds: number;
}

/** Moments of a user's interactions, gathered in visits. */
export interface VisitModel {
  /** Writes `count` ascending moments to the front of `out`. */
  times(count: number, rng: Rng, out: Float64Array): void;
}

/**
 * Visits: lengths are geometric with mean `meanLength`, starts follow the calendar, pauses within a visit are
 * exponential with mean `meanGapSeconds`, under 30 minutes. A user's times are bursty: their gaps have a coefficient
 * of variation near sqrt(2 meanLength - 1).
 */
export function visitModel(options: VisitOptions, when: Calendar): VisitModel {
  const stop = 1 / options.meanLength;
  const meanGap = options.meanGapSeconds * 1000;
  const last = when.end - 1;

  return {
    times(count, rng, out) {
      let filled = 0;
      while (filled < count) {
        const first = filled;
        let moment = when.at(rng.nextF64());
        out[filled++] = moment;
        while (filled < count && rng.nextF64() >= stop) {
          moment += Math.min(longestPauseMs, 1 + Math.floor(-Math.log(1 - rng.nextF64()) * meanGap));
          out[filled++] = moment;
        }
        // A visit that would outlast the window happens earlier.
        const late = moment - last;
        if (late > 0) {
          for (let i = first; i < filled; i++) out[i] = Math.max(when.start, out[i]! - late);
        }
      }
      sortMoments(out, count);
      // A pause of exactly 30 minutes would leave it open whether a session ends.
      for (let i = 1; i < count; i++) {
        if (out[i]! - out[i - 1]! === sessionGapMs) out[i] = out[i]! - 1;
      }
    },
  };
}

/** Sorts the first `count` moments: visits are sorted within, so insertion is quick for the few there are. */
function sortMoments(out: Float64Array, count: number): void {
  if (count > 64) {
    out.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const moment = out[i]!;
    let j = i - 1;
    while (j >= 0 && out[j]! > moment) {
      out[j + 1] = out[j]!;
      j--;
    }
    out[j + 1] = moment;
  }
}
