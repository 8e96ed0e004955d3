import type { Profiles } from '../people/profiles';
import { field, recordWords } from '../people/profiles';
import type { Buckets } from './buckets';

/** Profiles in the order of the buckets of their places: neighbours in space stand side by side. */
export interface Roster {
  readonly profiles: Profiles;
  /** The rows in that order. */
  readonly rows: Int32Array;
  /** Where each bucket begins in `rows`, and the end. */
  readonly starts: Int32Array;
  /**
   * First and last day of each of `rows`: most pairs are refused by them, and need no more of the memory. Days are whole
   * numbers that singles hold: the less memory, the less of it lies far away.
   */
  readonly stays: Float32Array;
}

export function rosterOf(profiles: Profiles, buckets: Buckets): Roster {
  const { size, words, singles } = profiles;
  const last = buckets.count - 1;
  const starts = new Int32Array(buckets.count + 1);
  const bucketOf = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const place = words[row * recordWords + field.place]!;
    const bucket = place < 0 ? last : buckets.of[place]!;
    bucketOf[row] = bucket;
    starts[bucket + 1]!++;
  }
  for (let bucket = 0; bucket < buckets.count; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const rows = new Int32Array(size);
  const stays = new Float32Array(2 * size);
  const ends = starts.slice();
  for (let row = 0; row < size; row++) {
    const at = ends[bucketOf[row]!]!++;
    rows[at] = row;
    stays[2 * at] = singles[row * recordWords + field.startDay]!;
    stays[2 * at + 1] = singles[row * recordWords + field.endDay]!;
  }
  return { profiles, rows, starts, stays };
}
