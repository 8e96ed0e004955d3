import type { Seed } from '@synth/core';

/**
 * Where negatives come from.
 *
 * - `uniform`: any item that the user has not taken.
 * - `popularity`: items in proportion to how many users took them, among those the user has not taken.
 * - `impressions`: what the user would have been shown, drawn by the weights that made the positives, among items not
 *   taken. Real data has no such weights: there it is `popularity`.
 * - `hard`: of such impressions, those nearest to the mean of the user's last items.
 */
export type NegativeSource = 'uniform' | 'popularity' | 'impressions' | 'hard';

/** One vector an item: row i, the `width` numbers from i * width, belongs to item i. */
export interface ItemVectors {
  readonly width: number;
  readonly values: Float32Array;
}

/** How negatives are drawn. */
export interface NegativeOptions {
  /** @defaultValue 'impressions' */
  readonly from?: NegativeSource;
  /** Impressions a user; fewer where fewer items are left. An integer, 0 or more. @defaultValue 50 */
  readonly perUser?: number;
  /** `hard`: how many of the user's last items are averaged. @defaultValue 8 */
  readonly lastN?: number;
  /** `hard`: the share of the impressions that is kept, nearest first, in (0, 1]. @defaultValue 0.2 */
  readonly topP?: number;
  /** `hard`: item vectors in place of the planted ones. Rows are items in the order of the matrix. */
  readonly embeddings?: ItemVectors;
}

/** How training events are made. */
export interface EventOptions {
  readonly negatives?: NegativeOptions;
  /** @defaultValue the seed of the data */
  readonly seed?: Seed;
}
