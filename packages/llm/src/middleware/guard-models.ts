import type { Clock, Seed } from '@synth/core';
import { z } from 'zod';
import type { Ledger } from '../budget/ledger';
import type { AnyModel } from '../model/any-model';
import { clockOption, functionOption, parseOptions } from '../options/parse-options';
import type { AnswerCache } from './answer-cache';
import { budget } from './budget';
import type { CallEvent } from './call-log';
import { callLog } from './call-log';
import type { CassetteOptions } from './cassette';
import { cassette } from './cassette';
import { concurrency } from './concurrency';
import type { Middleware } from './middleware';
import { withMiddleware } from './middleware';
import { rateLimit } from './rate-limit';
import { retry } from './retry';
import { timeout } from './timeout';

/** Options of {@link guardModels}. */
export interface GuardOptions {
  /** The account; without one nothing is counted or capped. */
  readonly ledger?: Ledger;
  readonly cache?: AnswerCache;
  readonly cassette?: CassetteOptions;
  /** Calls at once. Default 8. */
  readonly concurrency?: number;
  /** Attempts at a call. Default 3. */
  readonly attempts?: number;
  /** How long an attempt may take. Default 60,000 ms. */
  readonly timeoutMs?: number;
  /** How long a call may take with all its attempts. Default 300,000 ms. */
  readonly deadlineMs?: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  /** Seeds the jitter of repeated attempts. Default `synth`. */
  readonly seed?: Seed;
  readonly log?: (event: CallEvent) => void;
  /** Default the machine's clock. */
  readonly clock?: Clock;
}

// Each value is checked by the middleware that it goes to.
const schema = z.strictObject({
  ledger: z
    .custom<Ledger>((value) => typeof value === 'object' && value !== null, 'give a ledger')
    .optional(),
  cache: z
    .custom<AnswerCache>((value) => typeof value === 'object' && value !== null, 'give a cache')
    .optional(),
  cassette: z.custom<CassetteOptions>((value) => typeof value === 'object' && value !== null).optional(),
  concurrency: z.number().optional(),
  attempts: z.number().optional(),
  timeoutMs: z.number().optional(),
  deadlineMs: z.number().optional(),
  requestsPerMinute: z.number().optional(),
  tokensPerMinute: z.number().optional(),
  seed: z.union([z.string(), z.number()]).optional(),
  log: functionOption<(event: CallEvent) => void>().optional(),
  clock: clockOption.optional(),
});

// A batch may take a day, and as long again when it has to be handed in anew.
const deferredDeadlineMs = 3 * 86_400_000;

/**
 * All middleware in the order that works, as one: log, cassette, cache, concurrency, retry, rate limit, budget,
 * timeout, model. So answers that are known cost nothing and wait for nobody; a call that waits to try again keeps its
 * place; every attempt is booked; and what is given up stays booked. Models wrapped by one result share its limits.
 *
 * A model behind a batch API (`batched`) has neither concurrency, rate nor timeout, and a deadline of three days.
 *
 * @throws SynthError `CONFIG_INVALID`; `PRICE_UNKNOWN` when a model is wrapped that the ledger cannot price
 * @example
 * ```ts
 * const guard = guardModels({ ledger: await openLedger({ caps: { usd: 1 } }) });
 * const { text } = await generateText({ model: guard(offlineModel()), prompt: 'Say hello.' });
 * text.length > 0; // => true
 * ```
 */
export function guardModels(options: GuardOptions = {}): Middleware {
  const parsed = parseOptions(schema, 'guardModels', options);
  const { ledger, cache, cassette: tape, log, seed, attempts, deadlineMs, timeoutMs } = parsed;
  const { requestsPerMinute, tokensPerMinute, clock } = parsed;
  const known: readonly Middleware[] = [
    ...(log === undefined ? [] : [callLog(given({ log, clock }))]),
    ...(tape === undefined ? [] : [cassette(tape)]),
    ...(cache === undefined ? [] : [cache.middleware]),
  ];
  const booked: readonly Middleware[] = ledger === undefined ? [] : [budget(ledger)];
  const immediate = [
    ...known,
    concurrency(given({ max: parsed.concurrency })),
    retry(given({ attempts, deadlineMs, seed, clock })),
    rateLimit(given({ requestsPerMinute, tokensPerMinute, clock })),
    ...booked,
    timeout(given({ ms: timeoutMs, clock })),
  ];
  const deferred = [
    ...known,
    retry(given({ attempts, deadlineMs: deferredDeadlineMs, seed, clock })),
    ...booked,
  ];
  return <M extends AnyModel>(model: M): M =>
    withMiddleware(model, model.deferred === true ? deferred : immediate);
}

/** The options that were given: the others keep their defaults. */
function given<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
