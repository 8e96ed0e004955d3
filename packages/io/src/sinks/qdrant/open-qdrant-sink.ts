import type { Sink } from '@synth/core';
import { loadLibrary } from '../library';
import { reasonOf, sinkError } from '../sink-error';
import type { QdrantSinkClient, QdrantSinkOptions } from './qdrant-sink';
import { qdrantSink } from './qdrant-sink';

/** The library that {@link openQdrantSink} loads: install it beside this package. */
export const requires = { package: '@qdrant/js-client-rest', range: '>=1.12 <2' } as const;

/** The part of the @qdrant/js-client-rest module that is used. */
export interface QdrantLibrary {
  readonly QdrantClient: new (options: {
    url: string;
    apiKey?: string;
    checkCompatibility: boolean;
  }) => QdrantSinkClient & { getCollections(): Promise<unknown> };
}

export interface OpenQdrantSinkOptions extends Omit<QdrantSinkOptions, 'client'> {
  /** `http://host:6333` */
  readonly url: string;
  readonly apiKey?: string;
  /** The module, where it cannot be resolved from here. */
  readonly library?: QdrantLibrary;
}

/**
 * A Qdrant sink with a client of its own.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function openQdrantSink(options: OpenQdrantSinkOptions): Promise<Sink> {
  const { url, apiKey, library, ...rest } = options;
  const { QdrantClient } = await loadLibrary<QdrantLibrary>(
    requires,
    library,
    () => import('@qdrant/js-client-rest'),
  );
  // The check would be a request of its own, made when the client is built.
  const client = new QdrantClient({
    url,
    ...(apiKey === undefined ? {} : { apiKey }),
    checkCompatibility: false,
  });
  await client.getCollections().catch((cause: unknown) => {
    throw sinkError('SINK_UNAVAILABLE', 'qdrant', `cannot reach ${url}: ${reasonOf(cause)}`, {
      field: 'url',
      value: url,
      remedy: 'check the address and the key, and whether the server runs',
      cause,
    });
  });
  return qdrantSink({ ...rest, client });
}
