import type { Schema, Seed } from '@synth/core';
import { schemaOf } from '@synth/core';
import { z } from 'zod';

/** One vector an item: row i, the `width` numbers from i * width, belongs to item i. */
export interface ItemVectors {
  readonly width: number;
  readonly values: Float32Array;
}

const isItemVectors = (value: unknown): value is ItemVectors =>
  typeof value === 'object' &&
  value !== null &&
  Number.isInteger((value as ItemVectors).width) &&
  (value as ItemVectors).values instanceof Float32Array;

/** Where negatives come from. */
export const negativeSources = ['uniform', 'popularity', 'impressions', 'hard'] as const;

/** The options of negatives that a configuration holds. */
export const negativeOptions = z.strictObject({
  from: z.enum(negativeSources).default('impressions').describe('where negatives come from'),
  perUser: z
    .int()
    .min(0)
    .default(50)
    .describe('items shown and passed over, a user; fewer where fewer are left'),
  lastN: z.int().min(1).default(8).describe('hard: nearest to the mean of the last n items'),
  topP: z.number().gt(0).max(1).default(0.2).describe('hard: the nearest share of the impressions'),
});

const shape = negativeOptions.extend({
  embeddings: z
    .custom<ItemVectors>(isItemVectors, { message: 'must be { width, values: Float32Array }' })
    .optional()
    .describe('hard: item vectors in place of the planted tastes'),
});

/**
 * How negatives are drawn. None is an item that the user took, and none comes twice.
 *
 * - `uniform`: any item.
 * - `popularity`: items in proportion to their expected share of all positives.
 * - `impressions`: what the user would have been shown, drawn by the weights that made the positives. Real data has no
 *   such weights: there it is `popularity`.
 * - `hard`: of such impressions the share `topP`, those nearest by cosine to the mean vector of the user's `lastN` last
 *   items: by `embeddings`, else by the planted taste groups.
 */
export type NegativeOptions = z.input<typeof shape>;

/** Parsed {@link NegativeOptions}. */
export type NegativeConfig = z.output<typeof shape>;

/** The schema of {@link NegativeOptions}. */
export const negativeConfig: Schema<NegativeConfig> = schemaOf(
  shape,
  () =>
    z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as ReturnType<
      Schema<unknown>['jsonSchema']
    >,
  'negatives',
);

/** How training events are made. */
export interface EventOptions {
  readonly negatives?: NegativeOptions;
  /** Of the draws of negatives. @defaultValue the seed of the data */
  readonly seed?: Seed;
}
