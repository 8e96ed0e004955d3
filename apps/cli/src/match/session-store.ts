import type { Sink } from '@synth/core';
import { isSeededSession } from '@synth/match-events';
import { connectRedis, redisScan, redisSink } from '@synth/io/redis';
import type { Libraries, RedisStore } from './clients';
import { inChunks } from './in-chunks';

/** A store that sessions are written to. */
export interface SessionStore {
  readonly sink: Sink;
  /** Keys that hold a session, and that no seed made. */
  foreign(users: readonly string[]): Promise<readonly string[]>;
  /** Takes away the sessions that seeds made; how many. */
  clear(): Promise<number>;
  close(): Promise<void>;
}

const keyOf = (user: string): string => `session:${user}`;

/**
 * Sessions in Redis: a JSON text a user.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function redisSessions(url: string, libraries: Libraries = {}): Promise<SessionStore> {
  const client = await connectRedis<RedisStore>({ url, library: libraries.redis });
  return {
    sink: redisSink({ client, as: 'json' }),
    async foreign(users) {
      const keys: string[] = [];
      for (const some of inChunks(users.map(keyOf))) {
        const texts = await client.mget(some);
        keys.push(...some.filter((_, i) => texts[i] != null && !isSeededSession(texts[i])));
      }
      return keys;
    },
    async clear() {
      const keys: string[] = [];
      for await (const { key, value } of redisScan(client, keyOf('*'))) {
        if (isSeededSession(value)) keys.push(key);
      }
      for (const some of inChunks(keys)) await client.del(some);
      return keys.length;
    },
    close: async () => {
      await client.quit().catch(() => undefined);
    },
  };
}
