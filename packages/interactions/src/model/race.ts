import type { Rng } from '@synth/core';
import { exponential } from '@synth/core';

/**
 * Writes the first `count` of `values` to `out` in the order of their arrivals, which are exponential with the first
 * `count` of `rates`, each above 0: the first is value i with probability rates[i] over the sum of all, and so on among
 * the rest. One exponential draw a value, in the order of `values`; values that arrive together keep it.
 */
export type Race = (
  rates: Float64Array,
  values: Int32Array,
  count: number,
  rng: Rng,
  out: Int32Array,
) => void;

const unit = exponential({ rate: 1 });

/**
 * A race; one for a model, as it keeps scratch. Values go to buckets by t / (t + usual), t their arrival and `usual` that
 * of a value of the mean rate, which spreads them evenly over (0, 1); insertion puts right what little is out of order.
 */
export function exponentialRace(): Race {
  let arrivals = new Float64Array(64);
  let sorted = new Float64Array(64);
  let bucketOf = new Int32Array(64);
  let starts = new Int32Array(65);

  return (rates, values, count, rng, out) => {
    if (arrivals.length < count) {
      arrivals = new Float64Array(2 * count);
      sorted = new Float64Array(2 * count);
      bucketOf = new Int32Array(2 * count);
      starts = new Int32Array(2 * count + 1);
    }
    unit.fill(rng, arrivals, count);
    let total = 0;
    for (let i = 0; i < count; i++) total += rates[i]!;
    const usual = count / total;
    for (let bucket = 0; bucket <= count; bucket++) starts[bucket] = 0;
    for (let i = 0; i < count; i++) {
      const arrival = arrivals[i]! / rates[i]!;
      arrivals[i] = arrival;
      const bucket = Math.min(count - 1, ((arrival / (arrival + usual)) * count) | 0);
      bucketOf[i] = bucket;
      starts[bucket + 1]!++;
    }
    for (let bucket = 0; bucket < count; bucket++) starts[bucket + 1]! += starts[bucket]!;
    for (let i = 0; i < count; i++) {
      const place = starts[bucketOf[i]!]!++;
      sorted[place] = arrivals[i]!;
      out[place] = values[i]!;
    }
    insert(sorted, out, count);
  };
}

function insert(keys: Float64Array, values: Int32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const key = keys[i]!;
    let j = i - 1;
    // Most are in place.
    if (!(keys[j]! > key)) continue;
    const value = values[i]!;
    while (j >= 0 && keys[j]! > key) {
      keys[j + 1] = keys[j]!;
      values[j + 1] = values[j]!;
      j--;
    }
    keys[j + 1] = key;
    values[j + 1] = value;
  }
}
