import type { JsonSchema, Schema } from '@synth/core';
import { defaultSeed, schemaOf, seedText } from '@synth/core';
import { z } from 'zod';
import { negativeOptions } from '../events/event-options';
import { splitFields } from '../splits/split-options';
import { presetNames, presets } from './presets';

const positive = z.number().positive();
const share = z.number().min(0).max(1);
const count = z.int().min(1);

/** How an item's weight arises. */
export const popularitySchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('score'),
      exponent: z.number().min(0).default(2).describe('(score / max score + .1) to this power'),
      noise: z.number().min(0).default(0.3).describe('sigma of the lognormal factor, one draw an item'),
    })
    .describe('from the popularity score of the item'),
  z
    .strictObject({
      kind: z.literal('split-lognormal'),
      below: positive.describe('sigma of ln weight below the median'),
      above: positive.describe('sigma of ln weight above the median'),
      coldShare: share.default(0).describe('share of items in a cold tail of their own'),
      coldFrom: z.number().default(-4.6).describe('lowest ln weight of the cold tail'),
      coldTo: z.number().default(-2).describe('highest ln weight of the cold tail'),
    })
    .describe('two half-normals of ln weight and a cold tail, by shuffled quantiles'),
  z
    .strictObject({
      kind: z.literal('pareto'),
      alpha: z.number().gt(1).describe('exponent of the density'),
      max: z.number().gt(1).describe('largest weight; the smallest is 1'),
    })
    .describe('a truncated power law, by shuffled quantiles'),
]);

/** How a user's tastes bend the weights. */
export const tasteSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('preference'),
      clustering: share.default(0.6).describe("weight of the user's own genres against all genres alike"),
    })
    .describe("weight x (1 + 2 preference), the preference from the genres of the user's own items"),
  z
    .strictObject({
      kind: z.literal('favourite'),
      boost: z.number().min(1).default(7).describe('factor of the favourite genre'),
    })
    .describe("one favourite genre a user, drawn by the catalogue's shares"),
  z
    .strictObject({
      kind: z.literal('mixture'),
      mix: share.describe('share of draws by taste; the others go by popularity alone'),
      concentration: positive.describe("Dirichlet parameter of a user's genre shares: small is picky"),
    })
    .describe('a share of draws by a Dirichlet over genres'),
]);

/** How many items a user takes. */
export const activitySchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('beta'), alpha: positive.default(2), beta: positive.default(5) })
    .describe('min + (max - min) x Beta(alpha, beta), rounded down'),
  z
    .strictObject({
      kind: z.literal('shifted-lognormal'),
      shift: z.number().min(0),
      scale: positive,
      sigma: positive,
    })
    .describe('shift + scale x exp(sigma z), rounded, between min and max'),
  z
    .strictObject({ kind: z.literal('capped'), full: share.describe('share of users at the maximum') })
    .describe('a share of users at the maximum, the others uniform below it'),
]);

const sessionsSchema = z.strictObject({
  meanLength: z.number().min(1).describe('mean interactions of a visit before visits merge'),
  meanGapSeconds: positive.max(600).describe('mean pause between two interactions of a visit'),
});

const progressionSchema = z.strictObject({
  taste: z.number().min(0).describe('how much earlier the items come that fit the user'),
  popularity: z.number().min(0).describe('how much earlier the items come that everybody takes'),
});

const playsSchema = z.strictObject({
  mu: z.number().describe('mean of ln plays'),
  userSigma: z.number().min(0).describe('sd of ln plays between users'),
  itemSigma: z.number().min(0).describe('sd of ln plays between the items of a user'),
});

const itemColumnsSchema = z.strictObject({
  id: z.string().optional(),
  creator: z.string().optional(),
  genre: z.string().optional(),
  ageDays: z.string().optional(),
  score: z.string().optional(),
});

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const fields = {
  preset: z.enum(presetNames).default('standard').describe('the set of defaults to start from'),
  seed: z
    .union([z.string(), z.number()])
    .transform((seed) => seedText(seed))
    .prefault(defaultSeed)
    .describe('any text or number; the same seed gives the same bytes'),
  users: count.optional().describe("how many users; default: the items' creators, else what the preset says"),
  items: count.optional().describe('how many items to invent; not with an items table'),
  minUserInteractions: count.optional().describe('fewest items of a user'),
  maxUserInteractions: count.optional().describe('most items of a user'),
  interactionRate: z
    .number()
    .gt(0)
    .max(1)
    .optional()
    .describe('expected density: activity is rescaled to it; no default'),
  powerLawExponent: z.number().min(0).optional().describe('short for popularity.exponent (kind score)'),
  genreClustering: share.optional().describe('short for taste.clustering (kind preference)'),
  popularity: popularitySchema.optional().describe("how an item's weight arises"),
  taste: tasteSchema.optional().describe("how a user's tastes bend the weights"),
  activity: activitySchema.optional().describe('how many items a user takes'),
  genres: count.optional().describe('genres to invent, where the items table names none'),
  genreSkew: z.number().min(0).optional().describe('sizes of invented genres go as rank^-skew'),
  temporalDecay: z.number().min(0).optional().describe('recency: weight x (1 + .3 exp(-decay x days / 365))'),
  itemColdStartRate: share.optional().describe('share of items that nobody takes'),
  singleUserItemRate: share.optional().describe('share of items that exactly one user takes'),
  start: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text).toISOString())
    .prefault('2024-01-01T00:00:00.000Z')
    .describe('the first moment of the window'),
  days: count.max(36500).default(90).describe('length of the window'),
  timeZone: z
    .string()
    .refine(isTimeZone, {
      message: 'not an IANA time zone',
      params: { allowed: 'an IANA name such as Europe/Paris' },
    })
    .default('UTC')
    .describe('where the daily cycle is lived'),
  daily: z.array(z.number().min(0)).length(24).optional().describe('relative activity of the 24 hours'),
  weekly: z.array(z.number().min(0)).length(7).optional().describe('relative activity of Monday to Sunday'),
  sessions: sessionsSchema.optional().describe('how interactions gather in visits'),
  progression: progressionSchema
    .optional()
    .describe('in which order a user comes to their items; 0 and 0: any'),
  sessionIds: z.boolean().default(true).describe('whether interactions carry session_id'),
  plays: playsSchema
    .nullable()
    .optional()
    .describe('repeat plays of an item by a user, lognormal; null for none'),
  events: negativeOptions
    .nullable()
    .optional()
    .describe('training events: positives and negatives, as a table'),
  split: z
    .strictObject(splitFields)
    .nullable()
    .optional()
    .describe('train, validation and test as tables beside the interactions'),
  itemColumns: itemColumnsSchema.optional().describe('columns of the items table under other names'),
};

const inputSchema = z.strictObject(fields);

/** What a caller of {@link interactions} may write. */
export type InteractionsOptions = z.input<typeof inputSchema>;

type Parsed = z.output<typeof inputSchema>;

type Optional = 'users' | 'items' | 'interactionRate' | 'maxUserInteractions';

/**
 * The configuration, parsed and complete. What depends on the tables that are read (how many users and items there
 * are, the cap of a small catalogue) may be absent until they are.
 */
export type InteractionsConfig = {
  [Field in keyof Omit<Parsed, Optional | 'powerLawExponent' | 'genreClustering'>]-?: Exclude<
    Parsed[Field],
    undefined
  >;
} & Pick<Parsed, Optional>;

export type Popularity = z.output<typeof popularitySchema>;
export type Taste = z.output<typeof tasteSchema>;
export type Activity = z.output<typeof activitySchema>;

/** The aspects that a preset decides and an option overrides. */
const shapes = (input: Parsed) => {
  const { options } = presets[input.preset];
  const popularity: Popularity = input.popularity ?? options.popularity;
  const taste: Taste = input.taste ?? options.taste;
  const activity: Activity = input.activity ?? options.activity;
  return { popularity, taste, activity };
};

const settled = inputSchema
  .superRefine((input, context) => {
    const refuse = (field: keyof Parsed, message: string, allowed: string, remedy: string): void =>
      context.addIssue({ code: 'custom', path: [field], message, params: { allowed, remedy } });
    const { options } = presets[input.preset];
    const { popularity, taste } = shapes(input);

    const min = input.minUserInteractions ?? options.minUserInteractions;
    const max = input.maxUserInteractions ?? options.maxUserInteractions;
    if (min > max) {
      const [field, other] =
        input.minUserInteractions === undefined
          ? (['maxUserInteractions', 'minUserInteractions'] as const)
          : (['minUserInteractions', 'maxUserInteractions'] as const);
      refuse(
        field,
        `minUserInteractions is ${min} but maxUserInteractions is ${max}: raise the second or lower the first`,
        `minUserInteractions <= maxUserInteractions`,
        `change ${field} or set ${other}`,
      );
    }
    if (input.powerLawExponent !== undefined && popularity.kind !== 'score') {
      refuse(
        'powerLawExponent',
        `powerLawExponent has no effect where popularity is ${popularity.kind}`,
        'only with popularity of kind score',
        'leave it out, or choose the preset standard or reference',
      );
    }
    if (input.genreClustering !== undefined && taste.kind !== 'preference') {
      refuse(
        'genreClustering',
        `genreClustering has no effect where taste is ${taste.kind}`,
        'only with taste of kind preference',
        'leave it out, or choose the preset reference',
      );
    }
    for (const field of ['daily', 'weekly'] as const) {
      if (input[field] !== undefined && !input[field].some((weight) => weight > 0)) {
        refuse(field, `${field} is all zero`, 'at least one weight over 0', 'give some hour or day a weight');
      }
    }
  })
  .transform((input): InteractionsConfig => {
    const { powerLawExponent, genreClustering, ...rest } = input;
    const { options } = presets[input.preset];
    const { popularity, taste, activity } = shapes(input);
    const config: InteractionsConfig = {
      ...rest,
      minUserInteractions: rest.minUserInteractions ?? options.minUserInteractions,
      popularity:
        popularity.kind === 'score' && powerLawExponent !== undefined
          ? { ...popularity, exponent: powerLawExponent }
          : popularity,
      taste:
        taste.kind === 'preference' && genreClustering !== undefined
          ? { ...taste, clustering: genreClustering }
          : taste,
      activity,
      genres: rest.genres ?? options.genres,
      genreSkew: rest.genreSkew ?? options.genreSkew,
      temporalDecay: rest.temporalDecay ?? options.temporalDecay,
      itemColdStartRate: rest.itemColdStartRate ?? options.itemColdStartRate,
      singleUserItemRate: rest.singleUserItemRate ?? options.singleUserItemRate,
      daily: rest.daily ?? options.daily,
      weekly: rest.weekly ?? options.weekly,
      sessions: rest.sessions ?? options.sessions,
      progression: rest.progression ?? options.progression,
      plays: rest.plays === undefined ? options.plays : rest.plays,
      events: rest.events ?? null,
      split: rest.split ?? null,
      itemColumns: rest.itemColumns ?? {},
    };
    return Object.fromEntries(
      Object.entries(config).filter(([, value]) => value !== undefined),
    ) as InteractionsConfig;
  });

/** The schema of the configuration: parses what callers write; describes every option for flags and tables. */
export const configSchema: Schema<InteractionsConfig> = schemaOf(
  settled,
  () => z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema,
);
