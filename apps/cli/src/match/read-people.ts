import type { Inputs, InputTable, Row } from '@synth/core';
import { canonicalJson, isSynthError } from '@synth/core';
import { connectRedis, redisScan } from '@synth/io/redis';
import type { PostgrestReader } from '@synth/io/supabase';
import { connectSupabase, postgrestRows } from '@synth/io/supabase';
import type { Libraries, RedisStore, SupabaseTables } from './clients';
import type { Services } from './services';

/** The tables of Supabase: what they are read in the order of, and the columns that count. Others are not kept. */
const tables = {
  users: { key: 'id', columns: ['id', 'clerk_user_id'] },
  profiles: {
    key: 'user_id',
    columns: [
      ...['user_id', 'age', 'interests', 'personality', 'location', 'smoking', 'drinking'],
      ...['religion', 'nationality', 'job', 'languages'],
    ],
  },
  groups: {
    key: 'id',
    columns: [
      ...['id', 'destination', 'lat', 'lon', 'start_date', 'end_date', 'budget', 'average_age'],
      ...['top_interests', 'dominant_languages', 'members_count', 'status'],
    ],
  },
} as const;

/** Every session of Redis, in the order of the keys, whatever the order of SCAN. */
export async function readSessions(client: RedisStore): Promise<InputTable> {
  const rows: { readonly key: string; readonly value: string | null }[] = [];
  const onPassedOver = (key: string): void => void rows.push({ key, value: null });
  for await (const entry of redisScan(client, 'session:*', { onPassedOver })) rows.push(entry);
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { rows: rows as unknown as readonly Row[], source: 'redis' };
}

/** Every row of a table of Supabase, in the order of the key, whatever the order and size of pages. */
export async function readServiceTable(
  client: PostgrestReader,
  name: keyof typeof tables,
): Promise<InputTable> {
  const { key, columns } = tables[name];
  const found: { readonly id: string; readonly row: Row }[] = [];
  for await (const row of postgrestRows(client, name, { orderBy: key })) {
    const kept = Object.fromEntries(
      columns.flatMap((column) => (column in row ? [[column, row[column]]] : [])),
    );
    found.push({ id: `${String(row[key])}\n${canonicalJson(kept)}`, row: kept });
  }
  found.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { rows: found.map(({ row }) => row), source: 'supabase' };
}

/** Codes by which PostgREST, and PostgreSQL behind it, say that there is no such table. */
const noTable: readonly unknown[] = ['PGRST205', '42P01'];

/** Whether an error says that a table is not there. */
export const isNoTable = (error: unknown): boolean =>
  isSynthError(error) && noTable.includes((error.cause as { code?: unknown } | undefined)?.code);

/**
 * People as services hold them, as tables of a run: equal tables where the services hold the same, in whatever order
 * they give it. A database without the table of groups has no groups.
 *
 * @throws SynthError `LIBRARY_MISSING`, `SINK_UNAVAILABLE`, `SINK_FAILED`
 */
export async function readPeople({ redis, supabase }: Services, libraries: Libraries = {}): Promise<Inputs> {
  const inputs: Record<string, InputTable> = {};
  if (redis !== undefined) {
    const client = await connectRedis<RedisStore>({ url: redis, library: libraries.redis });
    inputs['sessions'] = await readSessions(client).finally(() => client.quit().catch(() => undefined));
  }
  if (supabase !== undefined) {
    const client = await connectSupabase<SupabaseTables>({ ...supabase, library: libraries.supabase });
    inputs['users'] = await readServiceTable(client, 'users');
    inputs['profiles'] = await readServiceTable(client, 'profiles');
    const groups = await readServiceTable(client, 'groups').catch((error: unknown) => {
      if (isNoTable(error)) return undefined;
      throw error;
    });
    if (groups !== undefined) inputs['groups'] = groups;
  }
  return inputs;
}
