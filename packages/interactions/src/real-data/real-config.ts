import type { JsonSchema, Schema } from '@synth/core';
import { defaultSeed, schemaOf, seedText } from '@synth/core';
import { z } from 'zod';
import { negativeOptions } from '../events/event-options';

const shape = z.strictObject({
  seed: z
    .union([z.string(), z.number()])
    .transform((seed) => seedText(seed))
    .default(defaultSeed)
    .describe('decides negatives; the interactions are what they are'),
  columns: z
    .strictObject({
      user: z.string().optional(),
      item: z.string().optional(),
      timestamp: z.string().optional(),
    })
    .default({})
    .describe('columns that have other names than user_id, item_id and timestamp'),
  timestampUnit: z
    .enum(['ms', 's'])
    .default('ms')
    .describe('what timestamps that are numbers count, since 1970'),
  kcore: z
    .strictObject({ users: z.int().min(1).default(5), items: z.int().min(1).default(5) })
    .nullable()
    .default(null)
    .describe('keep only items with so many users and users with so many items'),
  events: negativeOptions
    .nullable()
    .default(null)
    .describe('training events: positives and negatives, as a table'),
});

/** Options of real data. */
export type RealOptions = z.input<typeof shape>;

/** The complete, parsed options of real data. */
export type RealConfig = z.output<typeof shape>;

/** The schema of {@link RealOptions}. */
export const realConfig: Schema<RealConfig> = schemaOf(
  shape,
  () => z.toJSONSchema(shape, { io: 'input' }) as JsonSchema,
);
