import type { Buckets } from './buckets';
import type { DayRoster } from './day-roster';
import type { Pair } from './pair-space';

/** Of the others near a bucket, by day. */
interface Around {
  /** How many begin before the day. */
  readonly begun: Float64Array;
  /** How many begin too early to be later starters than one of the bucket who starts on the day. */
  readonly missed: Float64Array;
}

/** One guide for so many firsts: how many are looked at to find one is about as much. */
const perGuide = 2;

/**
 * Numbers the pairs of one of `firsts` who starts first and one of `others` who starts later, before the first's end,
 * where their buckets are near. In a roster by days those of a bucket stand side by side, so that two looks at a table
 * say how many they are.
 *
 * A class, as it is made several times and its loops are hot: each set of closures would be compiled for itself.
 */
export class LaterStarters {
  readonly size: number;
  readonly #starts: Int32Array;
  readonly #days: number;
  readonly #own: boolean;
  readonly #ties: boolean;
  /** The buckets near each one that others are in. */
  readonly #near: readonly Int32Array[];
  // A record for each of the firsts, of two doubles: where its pairs end; bucket x days + first day, and last day.
  readonly #ends: Float64Array;
  readonly #stays: Int32Array;
  readonly #guide: Int32Array;

  /**
   * @param ties whether those who start on the same day count; where both rosters are the same one, each such pair counts
   *   once, and nobody with himself
   */
  constructor(firsts: DayRoster, others: DayRoster, buckets: Buckets, ties: boolean) {
    const { starts } = others;
    const { count } = others.days;
    this.#own = firsts === others;
    this.#ties = ties;
    this.#starts = starts;
    this.#days = count;
    this.#near = Array.from({ length: buckets.count }, (_, bucket) =>
      Int32Array.from(buckets.near(bucket).filter((b) => starts[b * count]! < starts[(b + 1) * count]!)),
    );
    const n = firsts.rows.length;
    this.#ends = new Float64Array(2 * n);
    this.#stays = new Int32Array(this.#ends.buffer);
    this.size = this.#number(firsts, buckets.count);
    this.#guide = guideTo(this.#ends, n, this.size);
  }

  /** Finds the pair of a number in [0, size), as indices into both rosters: the first as seeker, the later as other. */
  at(index: number, into: Pair): void {
    const one = this.#find(index);
    const cell = this.#stays[4 * one + 2]!;
    const endDay = this.#stays[4 * one + 3]!;
    const starts = this.#starts;
    const days = this.#days;
    const mine = (cell / days) | 0;
    const startDay = cell - mine * days;
    const around = this.#near[mine]!;
    let within = one === 0 ? index : index - this.#ends[2 * one - 2]!;
    for (let i = 0; ; i++) {
      const bucket = around[i]!;
      const begin = this.#own && bucket === mine ? one + 1 : this.#beginOf(mine, startDay, bucket);
      const width = starts[bucket * days + endDay]! - begin;
      if (within < width) {
        into.seeker = one;
        into.other = begin + within;
        return;
      }
      within -= width;
    }
  }

  /** Where those of another bucket begin who start late enough for one of `mine` who starts on a day. */
  #beginOf(mine: number, startDay: number, bucket: number): number {
    const isLater = this.#own ? bucket < mine : !this.#ties;
    return this.#starts[bucket * this.#days + startDay + (isLater ? 1 : 0)]!;
  }

  /** Fills the records of all firsts, bucket by bucket; returns how many pairs there are. */
  #number(firsts: DayRoster, bucketCount: number): number {
    const around: Around = { begun: new Float64Array(this.#days), missed: new Float64Array(this.#days) };
    let size = 0;
    for (let mine = 0, from = 0; mine < bucketCount; mine++) {
      const to = firsts.starts[(mine + 1) * this.#days]!;
      if (from === to) continue;
      this.#lookAround(mine, around);
      size = this.#numberOf(firsts, mine, { from, to, size }, around);
      from = to;
    }
    return size;
  }

  #lookAround(mine: number, { begun, missed }: Around): void {
    begun.fill(0);
    missed.fill(0);
    for (const bucket of this.#near[mine]!) {
      const from = bucket * this.#days;
      for (let day = 0; day < begun.length; day++) begun[day]! += this.#starts[from + day]!;
      // Those of their own bucket are counted one by one.
      if (this.#own && bucket === mine) continue;
      for (let day = 0; day < missed.length; day++) missed[day]! += this.#beginOf(mine, day, bucket);
    }
  }

  /** Fills the records of the firsts [from, to), who are those of a bucket; `size` is how many pairs those before have. */
  #numberOf(
    { stays, days: { first } }: DayRoster,
    mine: number,
    { from, to, size: before }: { readonly from: number; readonly to: number; readonly size: number },
    { begun, missed }: Around,
  ): number {
    const [ends, records] = [this.#ends, this.#stays];
    const own = this.#own ? 1 : 0;
    let size = before;
    for (let one = from; one < to; one++) {
      const startDay = stays[2 * one]! - first;
      const endDay = stays[2 * one + 1]! - first;
      size += begun[endDay]! - missed[startDay]! - own * (one + 1);
      ends[2 * one] = size;
      records[4 * one + 2] = mine * this.#days + startDay;
      records[4 * one + 3] = endDay;
    }
    return size;
  }

  /** The first of the records whose end lies beyond an index. */
  #find(index: number): number {
    const guide = this.#guide;
    const ends = this.#ends;
    let one = guide[Math.min(guide.length - 1, Math.floor((index / this.size) * guide.length))]!;
    // A guide may be rounded to one record too far.
    while (one > 0 && ends[2 * one - 2]! > index) one--;
    while (ends[2 * one]! <= index) one++;
    return one;
  }
}

/** Where to begin to look for the record of an index, by equal shares of the indices. */
function guideTo(ends: Float64Array, n: number, size: number): Int32Array {
  const guide = new Int32Array(Math.ceil(n / perGuide));
  const step = size / guide.length;
  for (let k = 0, one = 0; k < guide.length; k++) {
    while (one < n - 1 && ends[2 * one]! <= k * step) one++;
    guide[k] = one;
  }
  return guide;
}
