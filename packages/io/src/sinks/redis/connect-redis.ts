import { loadLibrary } from '../library';
import { reasonOf, sinkError } from '../sink-error';
import type { RedisClient } from './redis-sink';

/** The library that {@link connectRedis} loads: install it beside this package. */
export const requires = { package: 'ioredis', range: '>=5 <7' } as const;

/** What opens and ends a client. */
export interface RedisLifecycle {
  connect(): Promise<void>;
  quit(): Promise<unknown>;
  disconnect(): void;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The part of the ioredis module that is used; `Client` is what its user wants of a client. */
export interface RedisLibrary<Client = RedisClient> {
  readonly Redis: new (
    url: string,
    options: { lazyConnect: boolean; maxRetriesPerRequest: number },
  ) => Client & RedisLifecycle;
}

export interface ConnectRedisOptions<Client = RedisClient> {
  /** `redis://host:port/db` */
  readonly url: string;
  /** The ioredis module, where it cannot be resolved from here. */
  readonly library?: RedisLibrary<Client> | undefined;
}

/**
 * A connected client, which the caller ends by `quit`. A command that finds no server fails after one try.
 *
 * @typeParam Client what the caller wants of a client of ioredis
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function connectRedis<Client = RedisClient>(
  options: ConnectRedisOptions<Client>,
): Promise<Client & RedisLifecycle> {
  const { url, library } = options;
  const load = () => import('ioredis') as unknown as Promise<RedisLibrary<Client>>;
  const { Redis } = await loadLibrary<RedisLibrary<Client>>(requires, library, load);
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
  return client;
}
