import type { Calendar, Rng } from '@synth/core';
import { nextBelow } from '@synth/core';
import { sessionGapMs } from './visits';

/** Puts a user's items to the user's moments. */
export interface Scheduler {
  /**
   * Permutes the first `count` of `items` and adjusts `times` so that `items[i]` is taken at `times[i]`, times
   * ascending, ties by item rank, and no item before it exists.
   *
   * @param isArranged whether the items keep their order as far as they can; any order otherwise
   */
  schedule(items: Int32Array, times: Float64Array, count: number, rng: Rng, isArranged?: boolean): void;
}

interface SchedulerOptions {
  readonly when: Calendar;
  /** The moment each item comes to be; undefined when all exist from the start. */
  readonly born: Float64Array | undefined;
  /** Rank of each item in the order of ids, which breaks ties of time; undefined where it is the item itself. */
  readonly idRank: Int32Array | undefined;
}

/**
 * Items come in the order they are given in, or in any. Where items come to be within the window, moments are
 * served in ascending order, each with the first in that order of the items that exist; a moment before the first item
 * that is left moves to a later one, drawn from the calendar.
 */
export function scheduler({ when, born, idRank }: SchedulerOptions): Scheduler {
  const waiting: number[] = [];
  const ready: number[] = [];

  function shuffle(items: Int32Array, count: number, rng: Rng): void {
    for (let i = count - 1; i > 0; i--) {
      const j = nextBelow(rng, i + 1);
      const item = items[i]!;
      items[i] = items[j]!;
      items[j] = item;
    }
  }

  /** Takes the items in their present order wherever they exist already. */
  function serve(
    items: Int32Array,
    times: Float64Array,
    count: number,
    rng: Rng,
    bornAt: Float64Array,
  ): void {
    waiting.length = 0;
    ready.length = 0;
    for (let place = 0; place < count; place++) waiting.push(place);
    const order = items.slice(0, count);
    waiting.sort((a, b) => bornAt[order[b]!]! - bornAt[order[a]!]! || b - a);
    for (let i = 0; i < count; i++) {
      while (waiting.length > 0 && bornAt[order[waiting.at(-1)!]!]! <= times[i]!) {
        insertDescending(ready, waiting.pop()!);
      }
      if (ready.length > 0) {
        items[i] = order[ready.pop()!]!;
        continue;
      }
      const item = order[waiting.pop()!]!;
      const before = when.shareBefore(bornAt[item]!);
      times[i] = Math.max(Math.ceil(bornAt[item]!), when.at(before + (1 - before) * rng.nextF64()));
      items[i] = item;
    }
  }

  const isAfter = (a: number, b: number): boolean => (idRank === undefined ? a > b : idRank[a]! > idRank[b]!);

  /** Sorts by time, then by id: nearly sorted already. */
  function settle(items: Int32Array, times: Float64Array, count: number): void {
    for (let i = 1; i < count; i++) {
      const time = times[i]!;
      const item = items[i]!;
      let j = i - 1;
      while (j >= 0 && (times[j]! > time || (times[j]! === time && isAfter(items[j]!, item)))) {
        times[j + 1] = times[j]!;
        items[j + 1] = items[j]!;
        j--;
      }
      times[j + 1] = time;
      items[j + 1] = item;
    }
  }

  return {
    schedule(items, times, count, rng, isArranged = false) {
      if (!isArranged) shuffle(items, count, rng);
      if (born !== undefined) serve(items, times, count, rng, born);
      settle(items, times, count);
      // A pause of exactly 30 minutes would leave it open whether a session ends.
      for (let i = 1; i < count; i++) {
        if (times[i]! - times[i - 1]! === sessionGapMs) times[i] = times[i]! - 1;
      }
    },
  };
}

/** Keeps an array descending, so that its least is its last. */
function insertDescending(array: number[], value: number): void {
  let at = array.length;
  array.push(value);
  while (at > 0 && array[at - 1]! < value) {
    array[at] = array[at - 1]!;
    at--;
  }
  array[at] = value;
}
