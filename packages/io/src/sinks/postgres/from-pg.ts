import type { Writable } from 'node:stream';
import type { PostgresConnection } from './postgres-sink';

/** The part of a connected client of the library `pg` that is used. */
export interface PgClient {
  query(text: string): Promise<unknown>;
  query<Stream extends PgStream>(stream: Stream): Stream;
}

/** A stream that `pg` can run as a query. */
export interface PgStream extends Writable {
  submit(connection: never): void;
}

/**
 * A connection by the libraries `pg` and `pg-copy-streams`.
 *
 * @param copyFrom the function `from` of `pg-copy-streams`
 */
export function fromPg(client: PgClient, copyFrom: (sql: string) => PgStream): PostgresConnection {
  return {
    query: (sql) => client.query(sql),
    copyFrom: async (sql) => client.query(copyFrom(sql)),
  };
}
