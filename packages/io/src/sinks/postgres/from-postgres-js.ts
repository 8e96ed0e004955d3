import type { Writable } from 'node:stream';
import type { PostgresConnection } from './postgres-sink';

/** The part of the `postgres` library's `sql` that is used. */
export interface PostgresJsSql {
  unsafe(query: string): PromiseLike<unknown> & { writable(): Promise<Writable> };
}

/** A connection by the library `postgres`: an `sql` opened with `max: 1`, or a reserved one. */
export function fromPostgresJs(sql: PostgresJsSql): PostgresConnection {
  return {
    query: async (text) => sql.unsafe(text),
    copyFrom: (text) => sql.unsafe(text).writable(),
  };
}
