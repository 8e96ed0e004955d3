import type { Rng } from '@synth/core';
import { exponential } from '@synth/core';

const unit = exponential({ rate: 1 });

/**
 * Exponential races, many of them sorted at a time. Each puts values in the order of their arrivals, which are exponential
 * with a mean each: value i comes first with probability 1 / mean of i over the sum of all, and so on among the rest.
 */
export interface Races {
  /**
   * Draws the arrivals of one more race, whose values stand at [from, to), behind those of the race before: one draw for
   * each of the first to - from `means`, all above 0.
   */
  add(means: Float64Array, from: number, to: number, rng: Rng): void;
  /**
   * Writes the values of all races, which end at `end`, to `out`, those of each in the order of their arrivals. Values that
   * arrive together keep theirs.
   */
  finish(values: Int32Array, end: number, out: Int32Array): void;
}

/**
 * Races of up to `room` values together. Those of a race have as many buckets as they are. A value goes to one by
 * t / (t + usual), t its arrival and `usual` the mean of the means, which spreads them evenly enough; insertion puts right
 * what is out of order within a bucket.
 */
export function exponentialRaces(room: number): Races {
  const arrivals = new Float64Array(room);
  const buckets = new Int32Array(room);
  const sorted = new Float64Array(room);
  const sortedBuckets = new Int32Array(room);
  const starts = new Int32Array(room + 1);

  /** Sorts values by their arrivals within buckets, which are in order. */
  function insert(values: Int32Array, count: number): void {
    for (let i = 1; i < count; i++) {
      const arrival = sorted[i]!;
      let j = i - 1;
      // Most are in place.
      if (!(sorted[j]! > arrival)) continue;
      const bucket = sortedBuckets[i]!;
      const value = values[i]!;
      while (j >= 0 && sorted[j]! > arrival && sortedBuckets[j] === bucket) {
        sorted[j + 1] = sorted[j]!;
        values[j + 1] = values[j]!;
        j--;
      }
      sorted[j + 1] = arrival;
      values[j + 1] = value;
    }
  }

  return {
    add(means, from, to, rng) {
      const count = to - from;
      unit.fill(rng, sorted, count);
      let total = 0;
      for (let i = 0; i < count; i++) total += means[i]!;
      const usual = total / count;
      for (let i = 0; i < count; i++) {
        const arrival = sorted[i]! * means[i]!;
        arrivals[from + i] = arrival;
        buckets[from + i] = from + Math.min(count - 1, ((arrival / (arrival + usual)) * count) | 0);
      }
    },
    finish(values, end, out) {
      for (let i = 0; i <= end; i++) starts[i] = 0;
      for (let i = 0; i < end; i++) starts[buckets[i]! + 1]!++;
      for (let i = 0; i < end; i++) starts[i + 1]! += starts[i]!;
      for (let i = 0; i < end; i++) {
        const bucket = buckets[i]!;
        const place = starts[bucket]!++;
        sorted[place] = arrivals[i]!;
        sortedBuckets[place] = bucket;
        out[place] = values[i]!;
      }
      insert(out, end);
    },
  };
}
