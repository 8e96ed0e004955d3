import { systemClock } from '@synth/core';
import type { Clock } from '@synth/core';
import { z } from 'zod';
import { likelyTokens } from '../budget/request-tokens';
import { abortedError, failureOf, throwIfAborted } from '../errors/call-failure';
import type { Usage } from '../model/usage';
import { clockOption, parseOptions } from '../options/parse-options';
import type { Middleware } from './middleware';
import { wrapModel } from './middleware';
import type { RateEntry } from './rate-window';
import { RateWindow } from './rate-window';

/** Options of {@link rateLimit}. */
export interface RateLimitOptions {
  /** The most requests in any 60 s. Default unlimited. */
  readonly requestsPerMinute?: number;
  /** The most tokens, in and out, in any 60 s. Default unlimited. */
  readonly tokensPerMinute?: number;
  /** Default the machine's clock. */
  readonly clock?: Clock;
}

const schema = z.strictObject({
  requestsPerMinute: z.number().min(1).optional(),
  tokensPerMinute: z.number().min(1).optional(),
  clock: clockOption.optional(),
});

/**
 * Keeps to a provider's rate: calls wait in their order until the last 60 s have room. A request enters with its
 * likely prompt and the longest answer it may get, and is corrected to what it used.
 *
 * Models wrapped by one result of this function share its limit.
 *
 * @throws SynthError `CONFIG_INVALID`
 */
export function rateLimit(options: RateLimitOptions = {}): Middleware {
  const {
    requestsPerMinute: requests = Number.POSITIVE_INFINITY,
    tokensPerMinute: tokens = Number.POSITIVE_INFINITY,
    clock = systemClock,
  } = parseOptions(schema, 'rateLimit', options);
  const window = new RateWindow(60_000, { requests, tokens });
  let line: Promise<unknown> = Promise.resolve();

  const enter = async (expected: number, signal: AbortSignal | undefined): Promise<RateEntry> => {
    for (;;) {
      throwIfAborted(signal);
      const now = clock.now();
      const wait = window.waitMs(now, expected);
      if (wait <= 0) return window.enter(now, expected);
      await clock.sleep(wait, signal).catch((error: unknown) => {
        throw signal?.aborted === true ? abortedError('not-sent') : error;
      });
    }
  };
  const used = ({ inputTokens, outputTokens }: Usage): number => inputTokens + outputTokens;

  const unlimited = !Number.isFinite(requests) && !Number.isFinite(tokens);
  return (model) => {
    if (unlimited) return model;
    return wrapModel(model, async ({ request, context, next }) => {
      const expected = likelyTokens(request);
      const turn = line.then(() => enter(expected.input + expected.maxOutput, context.signal));
      line = turn.catch(() => undefined);
      const entry = await turn;
      try {
        const answer = await next();
        window.correct(entry, used(answer.usage), clock.now());
        return answer;
      } catch (error) {
        const { outcome, usage } = failureOf(error);
        if (usage !== undefined) window.correct(entry, used(usage), clock.now());
        else if (outcome !== 'unknown') window.correct(entry, 0, clock.now());
        throw error;
      }
    });
  };
}
