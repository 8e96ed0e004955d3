import type { Row, Sink } from '@synth/core';
import { isSeededId, isSeededUser } from '@synth/match-events';
import { inChunks } from './in-chunks';

/** A database that people are written to, by what a seed asks of it. */
export interface PeopleStore {
  /** `supabase`, `postgres` */
  readonly name: string;
  /** Takes rows of users, profiles and groups, and replaces those of the same id. */
  readonly sink: Sink;
  rows(table: string, columns: readonly string[]): AsyncIterable<Row>;
  rowsOf(
    table: string,
    columns: readonly string[],
    key: string,
    ids: readonly string[],
  ): Promise<readonly Row[]>;
  remove(table: string, key: string, ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

const userColumns = ['id', 'clerk_user_id'];

/** Ids of users that are there and that no seed made. */
export async function foreignUsers(store: PeopleStore, ids: readonly string[]): Promise<readonly string[]> {
  const foreign: string[] = [];
  for (const some of inChunks(ids)) {
    const rows = await store.rowsOf('users', userColumns, 'id', some);
    foreign.push(...rows.filter((row) => !isSeededUser(row)).map(({ id }) => String(id)));
  }
  return foreign;
}

/**
 * Takes away what seeds made: users by the name they sign in by, their profiles, and groups by their ids.
 *
 * @returns how many rows of each table
 */
export async function clearPeople(store: PeopleStore): Promise<Readonly<Record<string, number>>> {
  const users: string[] = [];
  for await (const row of store.rows('users', userColumns)) {
    if (isSeededUser(row)) users.push(String(row['id']));
  }
  const groups: string[] = [];
  for await (const { id } of store.rows('groups', ['id'])) if (isSeededId(id)) groups.push(String(id));
  for (const some of inChunks(users)) {
    // Profiles refer to users.
    await store.remove('profiles', 'user_id', some);
    await store.remove('users', 'id', some);
  }
  for (const some of inChunks(groups)) await store.remove('groups', 'id', some);
  return { users: users.length, groups: groups.length };
}
