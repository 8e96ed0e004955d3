import { z } from 'zod';
import { abortedError, throwIfAborted } from '../errors/call-failure';
import { parseOptions } from '../options/parse-options';
import type { Middleware } from './middleware';
import { wrapModel } from './middleware';
import { onAbort } from './on-abort';

/** Options of {@link concurrency}. */
export interface ConcurrencyOptions {
  /** How many calls may be under way at once. Default 8. */
  readonly max?: number;
}

const schema = z.strictObject({ max: z.int().min(1).default(8) });

/** Places that calls take and give back, first come first served. */
interface Places {
  take(signal: AbortSignal | undefined): Promise<void>;
  give(): void;
}

function places(max: number): Places {
  let free = max;
  const waiting: (() => void)[] = [];
  return {
    take(signal) {
      throwIfAborted(signal);
      if (free > 0) {
        free--;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const enter = (): void => {
          stop();
          resolve();
        };
        const stop = onAbort(signal, () => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(abortedError('not-sent'));
        });
        waiting.push(enter);
      });
    },
    give() {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    },
  };
}

/**
 * Lets at most `max` calls be under way at once; further ones wait in their order. Models wrapped by one result of
 * this function share its places.
 *
 * @throws SynthError `CONFIG_INVALID`
 */
export function concurrency(options: ConcurrencyOptions = {}): Middleware {
  const { take, give } = places(parseOptions(schema, 'concurrency', options).max);
  return (model) =>
    wrapModel(model, async ({ context, next }) => {
      await take(context.signal);
      try {
        return await next();
      } finally {
        give();
      }
    });
}
