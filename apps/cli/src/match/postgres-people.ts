import type { Row } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '@synth/io';
import { connectPostgres, fromPg, postgresSink } from '@synth/io/postgres';
import type { Libraries } from './clients';
import type { PeopleStore } from './people-store';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * People in PostgreSQL, through a connection of its own.
 *
 * @param tables statements that make the tables, where they are to be made
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`, `SINK_FAILED`
 */
export async function postgresPeople(
  url: string,
  tables: string | undefined,
  libraries: Libraries = {},
): Promise<PeopleStore> {
  const { client, copyFrom } = await connectPostgres({ url, library: libraries.postgres });
  const query = async (about: string, sql: string): Promise<readonly Row[]> => {
    const { rows } = (await client.query(sql).catch((cause: Error) => {
      throw new SynthError<IoErrorCode>({
        code: 'SINK_FAILED',
        message: `postgres: ${about}: ${cause.message}`,
        cause,
      });
    })) as { rows: readonly Row[] };
    return rows;
  };
  const store: PeopleStore = {
    name: 'postgres',
    sink: postgresSink({ connection: fromPg(client, copyFrom), create: false }),
    async *rows(table, columns) {
      yield* await query(`table ${table}`, `select ${columns.join(', ')} from ${table}`);
    },
    rowsOf: (table, columns, key, ids) =>
      query(
        `table ${table}`,
        `select ${columns.join(', ')} from ${table} where ${key} in (${ids.map(literal).join(', ')})`,
      ),
    async remove(table, key, ids) {
      await query(`table ${table}`, `delete from ${table} where ${key} in (${ids.map(literal).join(', ')})`);
    },
    close: () => client.end(),
  };
  if (tables !== undefined) {
    await query('tables cannot be made', tables).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
  }
  return store;
}
