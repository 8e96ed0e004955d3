import { reasonOf, sinkError } from '../sink-error';

/** The part of a Redis client that {@link redisScan} uses: a client of ioredis fits. */
export interface RedisScanClient {
  scan(
    cursor: string,
    matchToken: 'MATCH',
    pattern: string,
    countToken: 'COUNT',
    count: number,
  ): Promise<[cursor: string, keys: string[]]>;
  mget(keys: string[]): Promise<(string | null)[]>;
}

/** A text value of Redis. */
export interface RedisEntry {
  readonly key: string;
  readonly value: string;
}

export interface RedisScanOptions {
  /** Keys a step, default 500. */
  readonly count?: number;
  /** Told each key that is passed over: it went away, or holds something else than a text. */
  readonly onPassedOver?: (key: string) => void;
}

/**
 * The text values under the keys that match a pattern, streaming, by SCAN and MGET. A key that changes hands while the
 * scan runs may be seen twice, or not at all: that is Redis' promise. Keys seen before are left out here; keys that
 * hold something else than a text are passed over. The order is that of the scan: none.
 *
 * @param pattern as Redis matches: `user:*`
 * @throws SynthError `SINK_FAILED`
 */
export async function* redisScan(
  client: RedisScanClient,
  pattern: string,
  { count = 500, onPassedOver }: RedisScanOptions = {},
): AsyncGenerator<RedisEntry> {
  const seen = new Set<string>();
  let cursor = '0';
  const failed = (cause: unknown): never => {
    throw sinkError('SINK_FAILED', 'redis', `cannot scan ${pattern}: ${reasonOf(cause)}`, {
      field: 'pattern',
      cause,
    });
  };
  do {
    const [next, found] = await client.scan(cursor, 'MATCH', pattern, 'COUNT', count).catch(failed);
    cursor = next;
    const keys = found.filter((key) => !seen.has(key) && seen.add(key));
    if (keys.length === 0) continue;
    const values = await client.mget(keys).catch(failed);
    for (const [i, key] of keys.entries()) {
      const value = values[i];
      if (typeof value === 'string') yield { key, value };
      else onPassedOver?.(key);
    }
  } while (cursor !== '0');
}
