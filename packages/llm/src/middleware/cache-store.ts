import type { Clock, Store } from '@synth/core';
import { z } from 'zod';
import { readAnswer } from '../store/answer-record';
import { readJson, writeJson } from '../store/json-value';

/** What a cache holds and how it did. */
export interface CacheStats {
  /** Entries that answer. */
  readonly valid: number;
  /** Entries that are too old, or damaged. */
  readonly expired: number;
  /** Calls answered from the cache, over all processes that have stored their counts. */
  readonly hits: number;
  readonly misses: number;
  /** Of all entries. */
  readonly bytes: number;
}

/** What a cache's entries live under. */
export const cachePrefix = 'answers/';
const countPrefix = 'cache-counts/';
const countSchema = z.strictObject({ hits: z.int().min(0), misses: z.int().min(0) });

/** Where a cache is, and how long its entries hold. */
export interface CachePlace {
  readonly store: Store;
  readonly ttlMs: number;
  readonly clock: Clock;
}

async function keysOf(store: Store, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys;
}

/** Whether an entry stored at a time still holds. A time in the future does not: a clock was wrong. */
export function holds(place: CachePlace, storedAt: number): boolean {
  const age = place.clock.now() - storedAt;
  return age >= 0 && age < place.ttlMs;
}

/** Reads every entry. */
export async function cacheStats(place: CachePlace): Promise<CacheStats> {
  const { store } = place;
  let [valid, expired, hits, misses, bytes] = [0, 0, 0, 0, 0];
  for (const key of await keysOf(store, cachePrefix)) {
    const record = await readAnswer(store, key, 'cache');
    if (record !== undefined && holds(place, record.storedAt)) valid++;
    else expired++;
    bytes += record?.bytes ?? (await store.get(key))?.length ?? 0;
  }
  for (const key of await keysOf(store, countPrefix)) {
    const counts = countSchema.safeParse((await readJson(store, key))?.value);
    hits += counts.data?.hits ?? 0;
    misses += counts.data?.misses ?? 0;
  }
  return { valid, expired, hits, misses, bytes };
}

/** Removes entries: all, with the counts, or only those that do not hold. Returns how many. */
export async function clearCache(place: CachePlace, only: 'all' | 'expired' = 'all'): Promise<number> {
  const { store } = place;
  let removed = 0;
  for (const key of await keysOf(store, cachePrefix)) {
    if (only === 'expired') {
      const record = await readAnswer(store, key, 'cache');
      if (record !== undefined && holds(place, record.storedAt)) continue;
    }
    await store.delete(key);
    removed++;
  }
  if (only === 'all') for (const key of await keysOf(store, countPrefix)) await store.delete(key);
  return removed;
}

/** Stores the counts of one process, under a name that no other one uses. */
export function storeCounts(
  store: Store,
  process: string,
  counts: { hits: number; misses: number },
): Promise<void> {
  return writeJson(store, countPrefix + process, counts);
}
