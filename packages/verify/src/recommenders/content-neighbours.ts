import type { Recommender } from '@synth/interactions/evaluate';
import { fitted, tieOrder } from '@synth/interactions/evaluate';
import { requireOption } from './model-option';

/** What items are: `width` numbers each, by rows, in the order of the matrix's columns. */
export interface ItemContent {
  readonly values: Float64Array | Float32Array;
  readonly width: number;
}

/**
 * Content-based neighbours: the score of an item is the sum of the cosines between its content and that of the user's
 * items, so that an item nobody has taken yet can be recommended. Items of no content (all 0) score 0.
 *
 * O(items x width) a user.
 *
 * @throws SynthError `MODEL_OPTION` where there is not a row of content for each item
 * @example
 * ```ts
 * // Two users: item 0; item 1. Item 2 is like item 0, and nobody has it.
 * const train = { rows: 2, cols: 3, indptr: Int32Array.of(0, 1, 2), indices: Int32Array.of(0, 1) };
 * const content = { values: Float64Array.of(1, 0, 0, 1, 1, 0), width: 2 };
 * Array.from(contentNeighbours(content).fit(train).recommend(0, 1)); // => [2]
 * ```
 */
export function contentNeighbours({ values, width }: ItemContent): Recommender {
  return {
    name: 'content',
    fit(train, { seed } = {}) {
      requireOption(
        values.length === train.cols * width,
        'values',
        values.length,
        `${width} numbers for each of ${train.cols} items`,
      );
      const unit = unitRows(values, width);
      const profile = new Float64Array(width);
      return fitted(train, tieOrder(train.cols, seed), (user, out) => {
        profile.fill(0);
        for (let k = train.indptr[user]!; k < train.indptr[user + 1]!; k++) {
          const at = train.indices[k]! * width;
          for (let f = 0; f < width; f++) profile[f]! += unit[at + f]!;
        }
        for (let item = 0; item < train.cols; item++) {
          let score = 0;
          for (let f = 0; f < width; f++) score += profile[f]! * unit[item * width + f]!;
          out[item] = score;
        }
      });
    },
  };
}

function unitRows(values: Float64Array | Float32Array, width: number): Float64Array {
  const out = Float64Array.from(values);
  for (let at = 0; at < out.length; at += width) {
    const row = out.subarray(at, at + width);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) for (let f = 0; f < width; f++) row[f]! /= length;
  }
  return out;
}
