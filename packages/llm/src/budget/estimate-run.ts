import type { JsonSchema } from '@synth/core';
import { z } from 'zod';
import { jsonSchemaOf } from '../generate/object-schema';
import type { StandardSchema } from '../generate/standard-schema';
import type { AnyModel } from '../model/any-model';
import { noUsage } from '../model/usage';
import { parseOptions } from '../options/parse-options';
import { estimateAnswer } from './estimate-answer';
import { estimateTokens, tokenSpread } from './estimate-tokens';
import type { Usd } from './ledger-report';
import type { Price } from './price-data';
import type { PriceList } from './prices';
import { costOf, priceList, usd } from './prices';

/** Calls of one kind that a run will make. */
export interface PlannedCalls {
  readonly model: AnyModel;
  /** Calls of a text model; texts of an embedding model. */
  readonly count: number;
  /** Some typical prompts with all that is sent (system message, quoted data), or typical texts. */
  readonly prompts: readonly string[];
  /** About how many words an answer has. */
  readonly answerWords?: number;
  /** The schema of the answers, where they are objects. */
  readonly schema?: StandardSchema<unknown>;
  /** Its JSON Schema, for a `schema` that cannot say it. */
  readonly jsonSchema?: JsonSchema;
  /** Default 1,024. */
  readonly maxOutputTokens?: number;
}

/** A figure that is not known yet. */
export interface Range<T = number> {
  readonly low: T;
  readonly likely: T;
  readonly high: T;
}

/** What calls will use and cost. */
export interface CallsEstimate {
  readonly calls: number;
  readonly inputTokens: Range;
  readonly outputTokens: Range;
  /** `unknown` where a price is. */
  readonly usd: Range<Usd>;
}

/** What a run will use and cost. */
export interface RunEstimate extends CallsEstimate {
  readonly models: readonly ({ readonly model: string } & CallsEstimate)[];
}

const optionsSchema = z.strictObject({
  calls: z.array(
    z.strictObject({
      model: z.custom<AnyModel>(
        (value) => typeof value === 'object' && value !== null && 'doCall' in value,
        'give a model',
      ),
      count: z.int().min(0),
      prompts: z.array(z.string()).min(1),
      answerWords: z.number().positive().optional(),
      schema: z
        .custom<StandardSchema<unknown>>((value) => typeof value === 'object' && value !== null)
        .optional(),
      jsonSchema: z.record(z.string(), z.unknown()).optional(),
      maxOutputTokens: z.int().min(1).default(1024),
    }),
  ),
  prices: z.array(z.custom<Price>((value) => typeof value === 'object' && value !== null)).default([]),
});

type Planned = z.infer<typeof optionsSchema>['calls'][number];

// Around an answer's likely length: models write from about half to twice of what they are asked for.
const answerSpread = { low: 0.58, high: 1.73 } as const;
type Spread = 'low' | 'likely' | 'high';

/**
 * Estimates a run before its first call. The high figure is at most 3 times the low one. Prompts are estimated from the
 * typical ones given, answers from `answerWords` and `schema`; thinking, repeated attempts and repairs come on top.
 *
 * An estimate is no limit: `openLedger({ caps })` is.
 *
 * @throws SynthError `CONFIG_INVALID`, `SCHEMA_UNSUPPORTED`
 * @example
 * ```ts
 * const { usd, calls } = estimateRun({ calls: [{ model: offlineModel(), count: 100, prompts: ['Write a review.'] }] });
 * [calls, usd.likely]; // => [100, 0]
 * ```
 */
export function estimateRun(options: {
  readonly calls: readonly PlannedCalls[];
  /** Prices that win over the built-in ones. */
  readonly prices?: readonly Price[];
}): RunEstimate {
  const { calls, prices } = parseOptions(optionsSchema, 'estimateRun', options);
  const priceOf = priceList(prices);
  const estimates = calls.map((planned) => ({ model: planned.model.name, ...estimateOf(planned, priceOf) }));
  const names = [...new Set(estimates.map(({ model }) => model))];
  const models = names.map((model) => ({ model, ...sum(estimates.filter((one) => one.model === model)) }));
  return { ...sum(estimates), models };
}

function estimateOf(planned: Planned, priceOf: PriceList): CallsEstimate {
  const { model, count, prompts } = planned;
  const text = model.kind === 'text';
  const jsonSchema =
    planned.schema === undefined ? planned.jsonSchema : jsonSchemaOf(planned.schema, planned.jsonSchema);
  const overhead =
    (text ? 8 : 0) + (jsonSchema === undefined ? 0 : estimateTokens(JSON.stringify(jsonSchema)));
  const prompt = prompts.reduce((total, one) => total + estimateTokens(one), 0) / prompts.length + overhead;
  const { answerWords: words, maxOutputTokens } = planned;
  const answer = text
    ? estimateAnswer({
        maxOutputTokens,
        ...(words === undefined ? {} : { words }),
        ...(jsonSchema === undefined ? {} : { jsonSchema }),
      })
    : 0;
  const input = range((spread) => prompt * count * factor(tokenSpread, spread));
  const output = range((spread) => Math.min(answer * factor(answerSpread, spread), maxOutputTokens) * count);
  const price = priceOf(model);
  const calls = text ? count : Math.ceil(count / model.limits.textsPerCall);
  return {
    calls,
    inputTokens: range((spread) => Math.round(input[spread])),
    outputTokens: range((spread) => Math.round(output[spread])),
    usd: range((spread): Usd => {
      if (price === undefined) return 'unknown';
      const usage = { ...noUsage, inputTokens: input[spread], outputTokens: output[spread] };
      return usd(costOf({ ...price, longContext: undefined }, usage, model.priceFactor));
    }),
  };
}

const factor = (around: { low: number; high: number }, spread: Spread): number =>
  spread === 'likely' ? 1 : around[spread];

function range<T>(of: (spread: Spread) => T): Range<T> {
  return { low: of('low'), likely: of('likely'), high: of('high') };
}

function sum(estimates: readonly CallsEstimate[]): CallsEstimate {
  const total = (of: (one: CallsEstimate) => number): number =>
    estimates.reduce((at, one) => at + of(one), 0);
  const amount = (spread: Spread): Usd => {
    const amounts = estimates.map((one) => one.usd[spread]);
    return amounts.every((one) => one !== 'unknown') ? amounts.reduce((a, b) => a + b, 0) : 'unknown';
  };
  return {
    calls: total((one) => one.calls),
    inputTokens: range((spread) => total((one) => one.inputTokens[spread])),
    outputTokens: range((spread) => total((one) => one.outputTokens[spread])),
    usd: { low: amount('low'), likely: amount('likely'), high: amount('high') },
  };
}
