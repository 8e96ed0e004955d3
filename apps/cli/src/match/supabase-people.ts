import type { Row } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '@synth/io';
import type { SupabaseAnswer } from '@synth/io/supabase';
import { connectSupabase, postgrestRows, supabaseSink } from '@synth/io/supabase';
import type { Libraries, SupabaseTables } from './clients';
import type { PeopleStore } from './people-store';
import type { SupabaseAddress } from './services';

/**
 * People in Supabase, through PostgREST.
 *
 * @throws SynthError `LIBRARY_MISSING`
 */
export async function supabasePeople(
  address: SupabaseAddress,
  libraries: Libraries = {},
): Promise<PeopleStore> {
  const client = await connectSupabase<SupabaseTables>({ ...address, library: libraries.supabase });
  return {
    name: 'supabase',
    sink: supabaseSink({ client }),
    rows: (table, columns) =>
      postgrestRows(client, table, { orderBy: columns[0]!, columns: columns.join(',') }),
    async rowsOf(table, columns, key, ids) {
      const { data, error } = await client.from(table).select(columns.join(',')).in(key, ids);
      refuse(table, error);
      return data as Row[];
    },
    async remove(table, key, ids) {
      const { error } = await client.from(table).delete().in(key, ids);
      refuse(table, error);
    },
    close: async () => undefined,
  };
}

function refuse(table: string, error: SupabaseAnswer['error']): void {
  if (error === null) return;
  throw new SynthError<IoErrorCode>({
    code: 'SINK_FAILED',
    message: `supabase: table ${table}: ${error.message}`,
    field: table,
    cause: error,
  });
}
