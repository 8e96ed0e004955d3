import type { Calendar, Rng } from '@synth/core';
import { exponential } from '@synth/core';
import { geometricLengths } from './geometric-lengths';

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
  const meanGap = options.meanGapSeconds * 1000;
  const pause = exponential({ rate: 1 / meanGap });
  const lengthAt = geometricLengths(options.meanLength);
  const last = when.end - 1;
  let starts = new Float64Array(64);
  let pauses = new Float64Array(64);
  let lengths = new Int32Array(64);

  /** Draws the lengths of the visits that hold `count` interactions; returns how many visits. */
  function drawLengths(count: number, rng: Rng): number {
    if (lengths.length < count) {
      starts = new Float64Array(count);
      pauses = new Float64Array(count);
      lengths = new Int32Array(count);
    }
    let visits = 0;
    for (let left = count; left > 0; visits++) {
      const length = Math.min(left, lengthAt(rng.nextF64()));
      lengths[visits] = length;
      left -= length;
    }
    return visits;
  }

  return {
    times(count, rng, out) {
      const visits = drawLengths(count, rng);
      for (let visit = 0; visit < visits; visit++) starts[visit] = when.at(rng.nextF64());
      sortFront(starts, visits);
      pause.fill(rng, pauses, count - visits);
      let filled = 0;
      let paused = 0;
      for (let visit = 0; visit < visits; visit++) {
        const first = filled;
        const end = filled + lengths[visit]!;
        let moment = starts[visit]!;
        out[filled++] = moment;
        while (filled < end) {
          moment += Math.min(longestPauseMs, 1 + Math.floor(pauses[paused++]!));
          out[filled++] = moment;
        }
        // A visit that would outlast the window happens earlier.
        const late = moment - last;
        if (late > 0) {
          for (let i = first; i < filled; i++) out[i] = Math.max(when.start, out[i]! - late);
        }
      }
      sortFront(out, count);
    },
  };
}

/** Sorts the first `count` numbers, which are few or nearly sorted, by insertion; many others as typed arrays do. */
function sortFront(numbers: Float64Array, count: number): void {
  let moves = 0;
  for (let i = 1; i < count; i++) {
    const number = numbers[i]!;
    let j = i - 1;
    while (j >= 0 && numbers[j]! > number) {
      numbers[j + 1] = numbers[j]!;
      j--;
    }
    numbers[j + 1] = number;
    moves += i - 1 - j;
    if (moves > 32 * count) {
      numbers.subarray(0, count).sort();
      return;
    }
  }
}
