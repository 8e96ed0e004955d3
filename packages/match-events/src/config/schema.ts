import type { JsonSchema, Schema } from '@synth/core';
import { defaultSeed, schemaOf, seedText } from '@synth/core';
import { z } from 'zod';
import { regions } from '../invent/regions';
import { datingSchema, logisticSchema } from './outcome-options';
import { presetNames } from './presets';
import { daily, weekly } from './rhythm';

const share = z.number().min(0).max(1);
const count = z.int().min(1);

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Relative activity: some of it must be over 0. */
const cycle = (length: number) =>
  z
    .array(z.number().min(0))
    .length(length)
    .refine((weights) => weights.some((weight) => weight > 0), {
      message: 'all zero',
      params: { allowed: 'at least one weight over 0' },
    });

const fields = {
  count: count.max(1_000_000_000).default(300).describe('how many events'),
  matchType: z.enum(['both', 'solo', 'group']).default('both').describe('what events are about'),
  soloShare: share.default(0.7).describe('share of solo events where both are made, rounded down'),
  preset: z.enum(presetNames).default('balanced').describe('how strictly pairs are filtered'),
  features: z.enum(['production', 'reference']).default('production').describe('the rules of the features'),
  outcome: z
    .enum(['steps', 'logistic', 'dating-like'])
    .default('steps')
    .describe('how it comes that somebody accepts'),
  logistic: logisticSchema.prefault({}),
  dating: datingSchema.prefault({}),
  directions: z
    .enum(['one', 'both'])
    .default('one')
    .describe('both: of two travellers, the decisions of both are events, one after the other'),
  chatShare: share.default(0).describe('share of accepted pairs that come to chat'),
  unmatchShare: share.default(0).describe('share of rejected pairs that had matched and were undone'),
  seed: z
    .union([z.string(), z.number()])
    .transform((seed) => seedText(seed))
    .default(defaultSeed)
    .describe('any text or number; the same seed gives the same bytes'),
  users: count.max(50_000_000).optional().describe('how many travellers to invent; default 1000'),
  groups: z.int().min(0).max(50_000_000).optional().describe('how many groups to invent; default 100'),
  missing: share.max(0.9).default(0.03).describe('probability that an invented profile lacks a field'),
  regions: count
    .max(regions.length)
    .default(regions.length)
    .describe('how many regions invented people travel to'),
  travelDays: count.max(3650).default(60).describe('on how many days invented trips begin'),
  start: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text).toISOString())
    .default('2024-01-01T00:00:00.000Z')
    .describe('the first moment of the window of events; invented trips begin after it'),
  days: count.max(36500).default(90).describe('length of the window'),
  timeZone: z
    .string()
    .refine(isTimeZone, {
      message: 'not an IANA time zone',
      params: { allowed: 'an IANA name such as Europe/Paris' },
    })
    .default('UTC')
    .describe('where the daily cycle is lived'),
  daily: cycle(24).default(daily).describe('relative activity of the 24 hours'),
  weekly: cycle(7).default(weekly).describe('relative activity of Monday to Sunday'),
  ids: z
    .boolean()
    .default(false)
    .describe('whether events carry seekerId and targetId: personal data in a training file'),
  truth: z.boolean().default(false).describe('also the tables of what was planted'),
};

const inputSchema = z.strictObject(fields);

/** What a caller of {@link matchEvents} may write. */
export type MatchOptions = z.input<typeof inputSchema>;

/** The configuration, parsed and complete. With tables of travellers or groups, their counts are absent. */
export type MatchConfig = z.output<typeof inputSchema>;

/** The schema of the configuration: parses what callers write; describes every option for flags and tables. */
export const configSchema: Schema<MatchConfig> = schemaOf(
  inputSchema,
  () => z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema,
);

/** How many people are invented where nothing is said. */
export const defaultPeople = { users: 1000, groups: 100 } as const;
