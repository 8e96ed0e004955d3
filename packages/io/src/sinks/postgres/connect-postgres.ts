import { loadLibrary } from '../library';
import { reasonOf, sinkError } from '../sink-error';
import type { PgClient, PgStream } from './from-pg';

/** The libraries that {@link connectPostgres} loads: install them beside this package. */
export const requires = [
  { package: 'pg', range: '>=8.15 <9' },
  { package: 'pg-copy-streams', range: '>=6 <8' },
] as const;

/** What opens and ends a connection. */
export interface PostgresLifecycle {
  connect(): Promise<unknown>;
  end(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The parts of the modules `pg` and `pg-copy-streams` that are used. */
export interface PostgresLibrary {
  readonly Client: new (options: { connectionString: string }) => PgClient & PostgresLifecycle;
  readonly from: (sql: string) => PgStream;
}

export interface ConnectPostgresOptions {
  /** `postgres://user:<password>@host:5432/database` */
  readonly url: string;
  /** What is used of both modules, where they cannot be resolved from here. */
  readonly library?: PostgresLibrary | undefined;
}

/**
 * A connection, which the caller ends by `client.end`, and what copies into it: both are what {@link fromPg} takes.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`
 */
export async function connectPostgres(
  options: ConnectPostgresOptions,
): Promise<{ client: PgClient & PostgresLifecycle; copyFrom: PostgresLibrary['from'] }> {
  const { url, library } = options;
  const { Client } = await loadLibrary<Pick<PostgresLibrary, 'Client'>>(
    requires[0],
    library,
    () => import('pg'),
  );
  const { from } = await loadLibrary<Pick<PostgresLibrary, 'from'>>(
    requires[1],
    library,
    () => import('pg-copy-streams'),
  );
  const client = new Client({ connectionString: url });
  // A connection that is lost fails the next statement; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect().catch(async (cause: unknown) => {
    await client.end().catch(() => undefined);
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
  return { client, copyFrom: from };
}
