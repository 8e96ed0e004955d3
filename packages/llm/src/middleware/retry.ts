import { isSynthError, streams, SynthError, systemClock } from '@synth/core';
import type { Clock, Seed } from '@synth/core';
import { z } from 'zod';
import { failureOf } from '../errors/call-failure';
import type { ModelAnswer } from '../model/model';
import { clockOption, parseOptions } from '../options/parse-options';
import type { Middleware } from './middleware';
import { wrapModel } from './middleware';
import { withTimeLimit } from './time-limit';

/** Options of {@link retry}. Times in milliseconds. */
export interface RetryOptions {
  /** How often a call is tried in all. Default 3; 1 never tries again. */
  readonly attempts?: number;
  /** The wait before the second attempt, doubled before each further one: 1 s, 2 s, 4 s. Default 1,000. */
  readonly baseMs?: number;
  /** The longest such wait. Default 30,000. */
  readonly maxMs?: number;
  /** The longest wait that a provider's Retry-After is given. Default 30,000. */
  readonly maxRetryAfterMs?: number;
  /** How long a call may take with all its attempts and waits. Default 300,000. */
  readonly deadlineMs?: number;
  /** Seeds the jitter. Default `synth`. */
  readonly seed?: Seed;
  /** Default the machine's clock. */
  readonly clock?: Clock;
}

const schema = z.strictObject({
  attempts: z.int().min(1).max(10).default(3),
  baseMs: z.number().min(0).default(1000),
  maxMs: z.number().min(0).default(30_000),
  maxRetryAfterMs: z.number().min(0).default(30_000),
  deadlineMs: z.number().positive().default(300_000),
  seed: z.union([z.string(), z.number()]).default('synth'),
  clock: clockOption.optional(),
});

/**
 * Tries a call again where that may help: 408, 409, 429, 5xx, a broken connection, a cut answer, a timeout. Never
 * after an abort, a refused key or request, an empty account, or a budget that is spent.
 *
 * The wait before attempt n + 1 is `baseMs` 2^(n-1), of which the upper half is jitter: keyed by the request and the
 * seed, so that a run waits the same whatever its concurrency. A Retry-After is waited for instead, up to its cap. A
 * wait that would pass the deadline is not begun.
 *
 * Fails with the error of the last attempt, its `value.attempts` the number of requests made; with `CALL_TIMEOUT` at
 * the deadline.
 *
 * @throws SynthError `CONFIG_INVALID`
 */
export function retry(options: RetryOptions = {}): Middleware {
  const {
    attempts,
    baseMs,
    maxMs,
    maxRetryAfterMs,
    deadlineMs,
    seed,
    clock = systemClock,
  } = parseOptions(schema, 'retry', options);
  const jitter = streams({ seed, dataset: 'llm' }).stream('retry');

  const waitBefore = (next: number, key: string, retryAfterMs: number | undefined): number => {
    if (retryAfterMs !== undefined) return Math.min(retryAfterMs, maxRetryAfterMs);
    const full = Math.min(baseMs * (1 << (next - 2)), maxMs);
    const rng = jitter.at(Number.parseInt(key.slice(0, 12), 16) + next);
    return full * (0.5 + 0.5 * rng.nextF64());
  };

  return (model) =>
    wrapModel(model, ({ key, context, next }) => {
      const deadline = clock.now() + deadlineMs;
      const limit = { clock, ms: deadlineMs, what: `a call of ${model.name}`, outer: context.signal };
      return withTimeLimit<ModelAnswer>(limit, async (signal) => {
        for (let attempt = 1; ; attempt++) {
          try {
            return await next({ ...context, signal });
          } catch (error) {
            const failure = failureOf(error);
            if (!failure.retryable || attempt === attempts) throw afterAttempts(error, attempt);
            const wait = waitBefore(attempt + 1, key(), failure.retryAfterMs);
            if (clock.now() + wait >= deadline) throw afterAttempts(error, attempt);
            await clock.sleep(wait, signal);
          }
        }
      });
    });
}

/** The same error, with the number of attempts where there were several. */
function afterAttempts(error: unknown, attempts: number): unknown {
  if (attempts === 1 || !isSynthError(error)) return error;
  const { code, field, allowed, remedy, cause } = error;
  return new SynthError({
    code,
    message: `${error.message} (after ${attempts} attempts)`,
    value: { ...failureOf(error), attempts },
    ...(field === undefined ? {} : { field }),
    ...(allowed === undefined ? {} : { allowed }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(cause === undefined ? {} : { cause }),
  });
}
