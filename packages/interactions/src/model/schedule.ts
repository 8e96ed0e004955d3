import type { Calendar, Rng } from '@synth/core';
import { sessionGapMs } from './visits';

/** Puts a user's items to the user's moments. */
export interface Scheduler {
  /**
   * Permutes the items [from, to) as little as can be, and adjusts the ascending `times` of the same places, so that
   * `items[i]` is taken at `times[i]`, times ascending, ties by item rank, and no item before it exists.
   *
   * @param rngOf opens the generator by which moments move; most users need none
   */
  schedule(
    items: Int32Array,
    times: Float64Array,
    from: number,
    to: number,
    user: number,
    rngOf: (user: number) => Rng,
  ): void;
}

/** Of items, by the number that they are told by. */
interface SchedulerOptions {
  readonly when: Calendar;
  /** The moment each item comes to be; undefined when all exist from the start. */
  readonly born: Float64Array | undefined;
  /** Rank of each item in the order of ids, which breaks ties of time: few runs meet one. */
  readonly idRank: () => Int32Array;
}

/**
 * Where items come to be within the window, moments are served in ascending order, each with the first of the items that
 * exist; a moment before the first item that is left moves to a later one, drawn from the calendar.
 */
export function scheduler({ when, born, idRank }: SchedulerOptions): Scheduler {
  const waiting: number[] = [];
  const ready: number[] = [];

  /** Takes the items in their present order wherever they exist already. */
  function serve(items: Int32Array, times: Float64Array, bornAt: Float64Array, rng: Rng): void {
    waiting.length = 0;
    ready.length = 0;
    for (let place = 0; place < items.length; place++) waiting.push(place);
    const order = items.slice();
    waiting.sort((a, b) => bornAt[order[b]!]! - bornAt[order[a]!]! || b - a);
    for (let i = 0; i < items.length; i++) {
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

  /** Sorts by time, then by id: nearly sorted already. */
  function settle(items: Int32Array, times: Float64Array, from: number, to: number): void {
    const rank = idRank();
    for (let i = from + 1; i < to; i++) {
      const time = times[i]!;
      const item = items[i]!;
      let j = i - 1;
      while (j >= from && (times[j]! > time || (times[j] === time && rank[items[j]!]! > rank[item]!))) {
        times[j + 1] = times[j]!;
        items[j + 1] = items[j]!;
        j--;
      }
      times[j + 1] = time;
      items[j + 1] = item;
    }
    // A pause of exactly 30 minutes would leave it open whether a session ends.
    for (let i = from + 1; i < to; i++) {
      if (times[i]! - times[i - 1]! === sessionGapMs) times[i] = times[i]! - 1;
    }
  }

  return {
    schedule(items, times, from, to, user, rngOf) {
      if (born !== undefined) serve(items.subarray(from, to), times.subarray(from, to), born, rngOf(user));
      if (!isSettled(times, from, to)) settle(items, times, from, to);
    },
  };
}

/** Whether moments ascend without two alike, and without a pause that would leave a session's end open. */
function isSettled(times: Float64Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const pause = times[i]! - times[i - 1]!;
    if (pause <= 0 || pause === sessionGapMs) return false;
  }
  return true;
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
