import type { Calendar, Rng } from '@synth/core';
import { exponential } from '@synth/core';
import { geometricLengths } from './geometric-lengths';
import { orderedUniforms } from './ordered-uniforms';

/** Two interactions of a user more than this apart belong to two sessions (the Coveo data release's rule). */
export const sessionGapMs = 30 * 60_000;

const longestPauseMs = sessionGapMs - 1;

export interface VisitOptions {
  readonly meanLength: number;
  readonly meanGapSeconds: number;
}

/** Moments of a user's interactions, gathered in visits. */
export interface VisitModel {
  /** Writes ascending moments to [from, to) of `out`. */
  times(rng: Rng, out: Float64Array, from: number, to: number): void;
}

/**
 * Visits: lengths are geometric with mean `meanLength`, starts follow the calendar, pauses within a visit are
 * exponential with mean `meanGapSeconds`, under 30 minutes. A user's times are bursty: their gaps have a coefficient
 * of variation near sqrt(2 meanLength - 1).
 *
 * @param room how many interactions there may be at a time
 */
export function visitModel(options: VisitOptions, when: Calendar, room: number): VisitModel {
  const meanGap = options.meanGapSeconds * 1000;
  const pause = exponential({ rate: 1 / meanGap });
  const lengthAt = geometricLengths(options.meanLength);
  const last = when.end - 1;
  const starts = new Float64Array(room + 1);
  const pauses = new Float64Array(room);
  const lengths = new Int32Array(room);

  /** Draws the lengths of the visits that hold `count` interactions; returns how many visits. */
  function drawLengths(count: number, rng: Rng): number {
    let visits = 0;
    for (let left = count; left > 0; visits++) {
      const length = Math.min(left, lengthAt(rng.nextF64()));
      lengths[visits] = length;
      left -= length;
    }
    return visits;
  }

  return {
    times(rng, out, from, to) {
      const count = to - from;
      const visits = drawLengths(count, rng);
      orderedUniforms(rng, starts, visits);
      pause.fill(rng, pauses, count - visits);
      let filled = from;
      let paused = 0;
      let latest = when.start;
      let areApart = true;
      for (let visit = 0; visit < visits; visit++) {
        const first = filled;
        const end = filled + lengths[visit]!;
        let moment = when.at(starts[visit]!);
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
        if (out[first]! < latest) areApart = false;
        latest = out[filled - 1]!;
      }
      if (!areApart) sortRange(out, from, to);
    },
  };
}

/** Sorts the numbers [from, to), which are nearly sorted, by insertion; others as typed arrays do. */
function sortRange(numbers: Float64Array, from: number, to: number): void {
  let moves = 0;
  for (let i = from + 1; i < to; i++) {
    const number = numbers[i]!;
    let j = i - 1;
    while (j >= from && numbers[j]! > number) {
      numbers[j + 1] = numbers[j]!;
      j--;
    }
    numbers[j + 1] = number;
    moves += i - 1 - j;
    if (moves > 32 * (to - from)) {
      numbers.subarray(from, to).sort();
      return;
    }
  }
}
