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

export const rosterOf = (profiles: Profiles, buckets: Buckets): Roster =>
  rosterBy(profiles, buckets, 1, () => 0);

/**
 * A roster whose buckets are parted further: `starts` is by bucket x parts + part.
 *
 * @param partOf the part of a row, in [0, parts)
 */
export function rosterBy(
  profiles: Profiles,
  buckets: Buckets,
  parts: number,
  partOf: (row: number) => number,
): Roster {
  const { size, words, singles } = profiles;
  const cells = buckets.count * parts;
  const starts = new Int32Array(cells + 1);
  const cellOf = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const place = words[row * recordWords + field.place]!;
    const cell = (place < 0 ? buckets.count - 1 : buckets.of[place]!) * parts + partOf(row);
    cellOf[row] = cell;
    starts[cell + 1]!++;
  }
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  const rows = new Int32Array(size);
  const stays = new Float32Array(2 * size);
  const ends = starts.slice();
  for (let row = 0; row < size; row++) {
    const at = ends[cellOf[row]!]!++;
    rows[at] = row;
    stays[2 * at] = singles[row * recordWords + field.startDay]!;
    stays[2 * at + 1] = singles[row * recordWords + field.endDay]!;
  }
  return { profiles, rows, starts, stays };
}
