import type { Rng, Streams } from '@synth/core';

/** One user, as long as the next is not asked for. */
export interface EventUser {
  /** The items that the user took, each once, in order of time. */
  readonly positives: Int32Array;
  /**
   * Writes `count` distinct items that the user might have been shown to the front of `out`, none of `exclude`, in the
   * order of the draws, and returns how many there were. Absent where nobody knows what was shown.
   */
  readonly impressions?: (count: number, exclude: readonly number[], rng: Rng, out: Int32Array) => number;
}

/** What training events are made of, generated or real. */
export interface EventSource {
  readonly users: number;
  userId(user: number): string;
  readonly itemIds: readonly string[];
  /** Keys the draws of negatives. */
  readonly streams: Streams;
  of(user: number): EventUser;
  /** The expected share of each item of all positives; they add up to 1. Made on first use. */
  shares(): Float64Array;
  /** How near an item is to what a user took last, by what was planted. Absent where nothing was. */
  readonly nearness?: (last: Int32Array) => (item: number) => number;
}
