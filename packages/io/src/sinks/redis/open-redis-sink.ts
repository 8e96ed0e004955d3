import type { Sink } from '@synth/core';
import { loadLibrary } from '../library';
import { reasonOf, sinkError } from '../sink-error';
import type { RedisClient, RedisSinkOptions } from './redis-sink';
import { redisSink } from './redis-sink';

/** The library that {@link openRedisSink} loads: install it beside this package. */
export const requires = { package: 'ioredis', range: '>=5 <7' } as const;

/** The part of the ioredis module that is used. */
export interface RedisLibrary {
  readonly Redis: new (
    url: string,
    options: { lazyConnect: boolean; maxRetriesPerRequest: number },
  ) => RedisClient & {
    connect(): Promise<void>;
    quit(): Promise<unknown>;
    disconnect(): void;
    on(event: 'error', listener: (error: Error) => void): unknown;
  };
}

export interface OpenRedisSinkOptions extends Omit<RedisSinkOptions, 'client'> {
  /** `redis://host:port/db` */
  readonly url: string;
  /** The ioredis module, where it cannot be resolved from here. */
  readonly library?: RedisLibrary;
}

/**
 * A Redis sink with a client of its own, which `close` ends.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function openRedisSink(options: OpenRedisSinkOptions): Promise<Sink> {
  const { url, library, ...rest } = options;
  const { Redis } = await loadLibrary<RedisLibrary>(requires, library, () => import('ioredis'));
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  // Without a listener the client prints; what matters rejects the command that it befell.
  client.on('error', () => undefined);
  await client.connect().catch((cause: unknown) => {
    client.disconnect();
    throw sinkError(
      'SINK_UNAVAILABLE',
      'redis',
      `cannot connect to ${new URL(url).host}: ${reasonOf(cause)}`,
      {
        field: 'url',
        remedy: 'check the address, and whether the server runs',
        cause,
      },
    );
  });
  const sink = redisSink({ ...rest, client });
  return {
    ...sink,
    close: async () => {
      await client.quit();
    },
  };
}
