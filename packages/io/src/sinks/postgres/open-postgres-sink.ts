import type { Sink } from '@synth/core';
import type { ConnectPostgresOptions } from './connect-postgres';
import { connectPostgres } from './connect-postgres';
import { fromPg } from './from-pg';
import type { PostgresSinkOptions } from './postgres-sink';
import { postgresSink } from './postgres-sink';

export interface OpenPostgresSinkOptions
  extends Omit<PostgresSinkOptions, 'connection'>, ConnectPostgresOptions {}

/**
 * A PostgreSQL sink with a connection of its own, which `close` ends.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function openPostgresSink(options: OpenPostgresSinkOptions): Promise<Sink> {
  const { url, library, ...rest } = options;
  const { client, copyFrom } = await connectPostgres({ url, library });
  const sink = postgresSink({ ...rest, connection: fromPg(client, copyFrom) });
  return { ...sink, close: () => sink.close().finally(() => client.end()) };
}
