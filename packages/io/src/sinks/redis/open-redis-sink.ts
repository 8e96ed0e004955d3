import type { Sink } from '@synth/core';
import type { ConnectRedisOptions } from './connect-redis';
import { connectRedis } from './connect-redis';
import type { RedisSinkOptions } from './redis-sink';
import { redisSink } from './redis-sink';

export interface OpenRedisSinkOptions extends Omit<RedisSinkOptions, 'client'>, ConnectRedisOptions {}

/**
 * A Redis sink with a client of its own, which `close` ends.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function openRedisSink(options: OpenRedisSinkOptions): Promise<Sink> {
  const { url, library, ...rest } = options;
  const client = await connectRedis({ url, library });
  return {
    ...redisSink({ ...rest, client }),
    close: async () => {
      await client.quit();
    },
  };
}
