import type { Buckets } from './buckets';
import type { DayRoster } from './day-roster';
import type { Pair } from './pair-space';

/** Pairs of one who starts first and one who starts later, before the first's end. */
export interface LaterStarters {
  readonly size: number;
  /** Finds the pair of a number in [0, size), as indices into both rosters: the first as seeker, the later as other. */
  at(index: number, into: Pair): void;
}

/** One guide for so many firsts: how many are looked at to find one is about as much. */
const perGuide = 2;

/**
 * Numbers the pairs whose buckets are near, of one of `firsts` and one of `others` who starts within the stay of the
 * first. In a roster by days those of a bucket stand side by side, so that two looks at a table say how many they are.
 *
 * @param ties whether those who start on the same day count; where both rosters are the same one, each such pair counts
 *   once, and nobody with himself
 */
export function laterStarters(
  firsts: DayRoster,
  others: DayRoster,
  buckets: Buckets,
  ties: boolean,
): LaterStarters {
  const own = firsts === others;
  const { starts } = others;
  const { count, first } = others.days;
  const near = Array.from({ length: buckets.count }, (_, bucket) =>
    Int32Array.from(buckets.near(bucket).filter((b) => starts[b * count]! < starts[(b + 1) * count]!)),
  );
  const n = firsts.rows.length;
  // A record for each of the firsts, of two doubles: where its pairs end; bucket x count + first day, and last day.
  const ends = new Float64Array(2 * n);
  const stays = new Int32Array(ends.buffer);

  /** Where those begin, in a bucket, who start within the stay of `one`; they end where those begin who start on its end. */
  const beginOf = (one: number, mine: number, startDay: number, bucket: number): number => {
    if (own && bucket === mine) return one + 1;
    const isLater = own ? bucket < mine : !ties;
    return starts[bucket * count + startDay + (isLater ? 1 : 0)]!;
  };

  let size = 0;
  for (let mine = 0, one = 0; mine < buckets.count; mine++) {
    const around = near[mine]!;
    for (; one < firsts.starts[(mine + 1) * count]!; one++) {
      const startDay = firsts.stays[2 * one]! - first;
      const endDay = firsts.stays[2 * one + 1]! - first;
      for (let i = 0; i < around.length; i++) {
        const bucket = around[i]!;
        size += starts[bucket * count + endDay]! - beginOf(one, mine, startDay, bucket);
      }
      ends[2 * one] = size;
      stays[4 * one + 2] = mine * count + startDay;
      stays[4 * one + 3] = endDay;
    }
  }
  const find = finder(ends, n, size);
  return {
    size,
    at(index, into) {
      const one = find(index);
      const cell = stays[4 * one + 2]!;
      const endDay = stays[4 * one + 3]!;
      const mine = (cell / count) | 0;
      const startDay = cell - mine * count;
      const around = near[mine]!;
      let within = one === 0 ? index : index - ends[2 * one - 2]!;
      for (let i = 0; ; i++) {
        const bucket = around[i]!;
        const begin = beginOf(one, mine, startDay, bucket);
        const width = starts[bucket * count + endDay]! - begin;
        if (within < width) {
          into.seeker = one;
          into.other = begin + within;
          return;
        }
        within -= width;
      }
    },
  };
}

/** Finds the first of `n` records whose end lies beyond an index. */
function finder(ends: Float64Array, n: number, size: number): (index: number) => number {
  const guides = Math.ceil(n / perGuide);
  const step = size / guides;
  const guide = new Int32Array(guides);
  for (let k = 0, one = 0; k < guides; k++) {
    while (one < n - 1 && ends[2 * one]! <= k * step) one++;
    guide[k] = one;
  }
  return (index) => {
    let one = guide[Math.min(guides - 1, Math.floor(index / step))]!;
    // A guide may be rounded to one record too far.
    while (one > 0 && ends[2 * one - 2]! > index) one--;
    while (ends[2 * one]! <= index) one++;
    return one;
  };
}
