import { digest, sha256Hex, systemClock } from '@synth/core';
import type { Clock, JsonValue, Store } from '@synth/core';
import { z } from 'zod';
import type { ModelAnswer } from '../model/model';
import { clockOption, parseOptions, storeOption } from '../options/parse-options';
import { readAnswer, writeAnswer } from '../store/answer-record';
import type { CachePlace, CacheStats } from './cache-store';
import { cachePrefix, cacheStats, clearCache, holds, storeCounts } from './cache-store';
import type { Call, Middleware } from './middleware';
import { wrapModel } from './middleware';
import { singleFlight } from './single-flight';

/** Options of {@link answerCache}. */
export interface AnswerCacheOptions {
  /** Where entries live. Several processes may share one. */
  readonly store: Store;
  /** How long an entry answers, in milliseconds. Default 24 h. */
  readonly ttlMs?: number;
  /** What answers depend on and requests do not show: any change of it misses. */
  readonly dependencies?: JsonValue;
  /** Names this process in the counts of the store. Default the time of opening. */
  readonly process?: string;
  /** Default the machine's clock. */
  readonly clock?: Clock;
}

/** A cache of answers. */
export interface AnswerCache {
  /** Wraps models. Offline ones stay as they are: they are free, and follow their templates at once. */
  readonly middleware: Middleware;
  /** Reads every entry. Hits and misses are those that processes have stored, and this one's. */
  stats(): Promise<CacheStats>;
  /** Removes all entries, or only those that are too old. Returns how many. */
  clear(only?: 'all' | 'expired'): Promise<number>;
  /** Stores this process's counts of hits and misses. */
  flush(): Promise<void>;
}

const schema = z.strictObject({
  store: storeOption,
  ttlMs: z.number().positive().default(86_400_000),
  dependencies: z.json().optional(),
  process: z.string().min(1).optional(),
  clock: clockOption.optional(),
});

/**
 * A cache of answers by their content: the key is the digest of model, messages, schema, settings, task and
 * `dependencies`, so that a change of any of them misses. An entry that was cut or altered is a miss. Equal requests
 * under way are asked once.
 *
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * const cache = answerCache({ store: memoryStore() });
 * (await cache.stats()).valid; // => 0
 * ```
 */
export function answerCache(options: AnswerCacheOptions): AnswerCache {
  const parsed = parseOptions(schema, 'answerCache', options);
  const { store, ttlMs, dependencies, clock = systemClock } = parsed;
  const { process = `t${clock.now()}` } = parsed;
  const place: CachePlace = { store, ttlMs, clock };
  const suffix = dependencies === undefined ? undefined : digest(dependencies);
  const counts = { hits: 0, misses: 0 };
  const flight = singleFlight<ModelAnswer>();

  const answerTo = async ({ model, next }: Call, key: string): Promise<ModelAnswer> => {
    const storeKey = cachePrefix + key;
    const record = await readAnswer(store, storeKey, 'cache');
    if (record !== undefined && holds(place, record.storedAt)) {
      counts.hits++;
      return record.answer;
    }
    counts.misses++;
    const answer = await next();
    await writeAnswer(store, storeKey, { key, storedAt: clock.now(), model: model.name }, answer);
    return answer;
  };
  const flush = async (): Promise<void> => {
    // Who only looks leaves no trace.
    if (counts.hits + counts.misses > 0) await storeCounts(store, process, counts);
  };

  return {
    middleware: (model) => {
      if (model.offline) return model;
      return wrapModel(model, async (call) => {
        const plain = call.key();
        const key = suffix === undefined ? plain : sha256Hex(plain + suffix);
        const { value, shared } = await flight(key, call.context.signal, () => answerTo(call, key));
        if (!shared) return value;
        counts.hits++;
        return { ...value, served: 'cache' };
      });
    },
    async stats() {
      await flush();
      return cacheStats(place);
    },
    async clear(only) {
      if (only !== 'expired') Object.assign(counts, { hits: 0, misses: 0 });
      return clearCache(place, only);
    },
    flush,
  };
}
