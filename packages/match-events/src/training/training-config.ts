import type { JsonSchema, Schema } from '@synth/core';
import { defaultSeed, schemaOf, seedText } from '@synth/core';
import { z } from 'zod';
import { featureSets } from './feature-columns';

/** What must not stand on both sides of a split. */
export const disjointKinds = ['none', 'pairs', 'persons'] as const;

export type Disjoint = (typeof disjointKinds)[number];

const inputSchema = z.strictObject({
  features: z.enum(featureSets).default('base').describe('base: the eight; full: 52 made of them'),
  validation: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.2)
    .describe('share of the events, the latest, that are for validation'),
  disjoint: z
    .enum(disjointKinds)
    .default('none')
    .describe('what must not stand in both files: none, pairs or persons'),
  keys: z
    .boolean()
    .optional()
    .describe('whether rows carry numbers in place of ids; default: where disjoint needs them'),
  seed: z
    .union([z.string(), z.number()])
    .transform((seed) => seedText(seed))
    .default(defaultSeed)
    .describe('which persons are for validation, and the numbers that stand for them'),
});

/** What a caller of {@link buildDataset} may write. */
export type TrainingOptions = z.input<typeof inputSchema>;

/** The options, parsed and complete. */
export type TrainingConfig = z.output<typeof inputSchema>;

/** The schema of {@link TrainingOptions}. */
export const trainingSchema: Schema<TrainingConfig> = schemaOf(
  inputSchema,
  () => z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema,
);

export const hasKeys = ({ keys, disjoint }: TrainingConfig): boolean => keys ?? disjoint !== 'none';
