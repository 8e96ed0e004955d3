import { systemClock } from '@synth/core';
import type { Clock } from '@synth/core';
import { z } from 'zod';
import { clockOption, parseOptions } from '../options/parse-options';
import type { Middleware } from './middleware';
import { wrapModel } from './middleware';
import { withTimeLimit } from './time-limit';

/** Options of {@link timeout}. */
export interface TimeoutOptions {
  /** How long one attempt may take, in milliseconds. Default 60,000. */
  readonly ms?: number;
  /** Default the machine's clock. */
  readonly clock?: Clock;
}

const schema = z.strictObject({ ms: z.number().positive().default(60_000), clock: clockOption.optional() });

/**
 * Gives every attempt a time limit and the caller a way to abort it at once. Either way its cost stays unknown: the
 * provider may have answered.
 *
 * Calls fail with `CALL_TIMEOUT` (worth another attempt) or `CALL_ABORTED` (not).
 *
 * @throws SynthError `CONFIG_INVALID`
 */
export function timeout(options: TimeoutOptions = {}): Middleware {
  const { ms, clock = systemClock } = parseOptions(schema, 'timeout', options);
  return (model) =>
    wrapModel(model, ({ context, next }) =>
      withTimeLimit(
        { clock, ms, what: `an attempt at ${model.name}`, outer: context.signal },
        async (signal) => next({ ...context, signal }),
      ),
    );
}
