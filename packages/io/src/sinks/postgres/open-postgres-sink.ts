import type { Sink } from '@synth/core';
import { loadLibrary } from '../library';
import { reasonOf, sinkError } from '../sink-error';
import type { PostgresJsSql } from './from-postgres-js';
import { fromPostgresJs } from './from-postgres-js';
import type { PostgresSinkOptions } from './postgres-sink';
import { postgresSink } from './postgres-sink';

/** The library that {@link openPostgresSink} loads: install it beside this package. */
export const requires = { package: 'postgres', range: '>=3.4 <4' } as const;

/** The `postgres` module. */
export interface PostgresLibrary {
  readonly default: (
    url: string,
    options: { max: number; onnotice: () => void },
  ) => PostgresJsSql & { end(): Promise<void> };
}

export interface OpenPostgresSinkOptions extends Omit<PostgresSinkOptions, 'connection'> {
  /** `postgres://user:<password>@host:5432/database` */
  readonly url: string;
  /** The `postgres` module, where it cannot be resolved from here. */
  readonly library?: PostgresLibrary;
}

/**
 * A PostgreSQL sink with a connection of its own, which `close` ends.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function openPostgresSink(options: OpenPostgresSinkOptions): Promise<Sink> {
  const { url, library, ...rest } = options;
  const postgres = await loadLibrary<PostgresLibrary>(requires, library, () => import('postgres'));
  // Notices that a table is there already are no news.
  const sql = postgres.default(url, { max: 1, onnotice: () => undefined });
  const connection = fromPostgresJs(sql);
  await connection.query('select 1').catch(async (cause: unknown) => {
    await sql.end();
    throw sinkError(
      'SINK_UNAVAILABLE',
      'postgres',
      `cannot connect to ${new URL(url).host}: ${reasonOf(cause)}`,
      {
        field: 'url',
        remedy: 'check the address and the password, and whether the server runs',
        cause,
      },
    );
  });
  return { ...postgresSink({ ...rest, connection }), close: () => sql.end() };
}
