import type { Schema } from '@synth/core';
import { defaultSeed, schemaOf, seedText } from '@synth/core';
import { z } from 'zod';

const defaults = {
  random: { test: 0.2, validation: 0, minInteractions: 5 },
  'last-out': { test: 1, validation: 0, minInteractions: 2 },
  time: { test: 0.2, validation: 0, minInteractions: 1 },
} as const;

/** The options of a split that a configuration holds; what is left out depends on `by`. */
export const splitFields = {
  by: z
    .enum(['random', 'last-out', 'time'])
    .default('random')
    .describe('random: of each user; last-out: the last items of each user; time: the latest of all'),
  test: z.number().nonnegative().optional().describe('share of the interactions; for last-out, items a user'),
  validation: z.number().nonnegative().optional().describe('like test, of what comes before it'),
  minInteractions: z
    .int()
    .positive()
    .optional()
    .describe('users with fewer stay whole in training (random 5, last-out 2)'),
};

const shape = z
  .strictObject({
    ...splitFields,
    seed: z.union([z.string(), z.number()]).default(defaultSeed).describe('decides random parts and ties'),
  })
  .transform((options) => ({ ...defaults[options.by], ...options, seed: seedText(options.seed) }))
  .superRefine(({ by, test, validation }, context) => {
    const fits =
      by === 'last-out' ? Number.isInteger(test) && Number.isInteger(validation) : test + validation < 1;
    if (fits) return;
    const allowed = by === 'last-out' ? 'whole items' : 'shares that add up to less than 1';
    context.addIssue({
      code: 'custom',
      path: ['test'],
      message: `test ${test} and validation ${validation} do not fit a split by ${by}: ${allowed} are needed`,
      params: { allowed },
    });
  });

/** How to divide interactions; everything may be left out. */
export type SplitOptions = z.input<typeof shape>;

/** Parsed {@link SplitOptions}. */
export type SplitConfig = z.output<typeof shape>;

/** The schema of split options, for whoever takes them from a file or a command line. */
export const splitConfig: Schema<SplitConfig> = schemaOf(
  shape,
  () => z.toJSONSchema(shape, { io: 'input' }) as ReturnType<Schema<SplitConfig>['jsonSchema']>,
  'split',
);
