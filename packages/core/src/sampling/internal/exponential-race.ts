import { standardExponential } from '../../distributions/internal/standard-exponential';
import type { Rng } from '../../random/rng';

/** Who takes part in a race, and where the winners go. */
export interface Race {
  readonly weights: ArrayLike<number>;
  /** Indices that do not run. */
  readonly isOut: (index: number) => boolean;
  /** The winners go to out[from] ... out[to - 1], the first first. At least as many run. */
  readonly out: Int32Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Each index of positive weight arrives after an exponential time of rate weight; the first to arrive win. The order
 * of arrival has the law of draws by weight without replacement (Efraimidis and Spirakis, 2006). One exponential value
 * for each that runs, in the order of the indices: 2.07 draws of 32 bits on average.
 */
export function exponentialRace(rng: Rng, { weights, isOut, out, from, to }: Race): void {
  const winners = to - from;
  if (winners === 0) return;
  // A heap of the earliest so far, the latest of them on top. Times in logarithms: they neither over- nor underflow.
  const times = new Float64Array(winners);
  const indices = new Int32Array(winners);
  let held = 0;
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index]!;
    if (weight === 0 || isOut(index)) continue;
    const time = Math.log(standardExponential(rng)) - Math.log(weight);
    if (held < winners) rise(times, indices, held++, time, index);
    else if (time < times[0]!) sink(times, indices, held, time, index);
  }
  // The latest leaves first, and the last of the heap takes its place.
  for (let left = winners - 1; left >= 0; left--) {
    out[from + left] = indices[0]!;
    sink(times, indices, left, times[left]!, indices[left]!);
  }
}

/** Puts an entry into the free place `at` at the end of the heap, and up from there. */
function rise(times: Float64Array, indices: Int32Array, at: number, time: number, index: number): void {
  let place = at;
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (times[above]! >= time) break;
    times[place] = times[above]!;
    indices[place] = indices[above]!;
    place = above;
  }
  times[place] = time;
  indices[place] = index;
}

/** Puts an entry in the place of the top of a heap of `size`, and down from there. */
function sink(times: Float64Array, indices: Int32Array, size: number, time: number, index: number): void {
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= size) break;
    if (below + 1 < size && times[below + 1]! > times[below]!) below++;
    if (times[below]! <= time) break;
    times[place] = times[below]!;
    indices[place] = indices[below]!;
    place = below;
  }
  times[place] = time;
  indices[place] = index;
}
