import { SynthError } from '@synth/core';
import { rowAt } from '@synth/core';
import type { ServiceData, ServiceTable } from '@synth/match-events';
import type { Context } from '../context';
import type { CliErrorCode } from '../errors';
import type { ProgressView } from '../render/progress';
import type { PeopleStore } from './people-store';
import { foreignUsers } from './people-store';
import type { SessionStore } from './session-store';

/** Where a seed writes to. */
export interface SeedTargets {
  readonly people?: PeopleStore | undefined;
  readonly sessions?: SessionStore | undefined;
}

const idColumns = { users: 'id', sessions: 'userId' } as const;

function idsOf(data: ServiceData, table: keyof typeof idColumns): string[] {
  const ids: string[] = [];
  for (const batch of data.batches(table)) {
    for (let i = 0; i < batch.rows; i++) ids.push(String(rowAt(batch, i)[idColumns[table]]));
  }
  return ids;
}

/**
 * Refuses to write over users and sessions that no seed made.
 *
 * @throws SynthError `SEED_FOREIGN`
 */
export async function refuseForeign(data: ServiceData, { people, sessions }: SeedTargets): Promise<void> {
  const users = people === undefined ? [] : await foreignUsers(people, idsOf(data, 'users'));
  const keys = sessions === undefined ? [] : await sessions.foreign(idsOf(data, 'sessions'));
  const [first] = [...users, ...keys];
  if (first === undefined) return;
  throw new SynthError<CliErrorCode>({
    code: 'SEED_FOREIGN',
    message: `${users.length} users and ${keys.length} sessions of the same ids are there that no seed made: ${first}, ...`,
    field: users.length > 0 ? 'users' : 'sessions',
    value: [...users, ...keys].slice(0, 5),
    allowed: 'ids that are free, or of an earlier seed',
    remedy: 'use --uuid for ids that nobody else has, or --overwrite to replace them',
  });
}

/** Writes people to where they belong, table by table; stops between batches when it is told to. */
export async function seedPeople(
  data: ServiceData,
  { people, sessions }: SeedTargets,
  { clock, signal }: Pick<Context, 'clock' | 'signal'>,
  progress: ProgressView,
): Promise<Readonly<Partial<Record<ServiceTable, number>>>> {
  const work = (['users', 'profiles', 'groups', 'sessions'] as const).flatMap((table) => {
    const sink = table === 'sessions' ? sessions?.sink : people?.sink;
    return sink === undefined ? [] : [{ table, sink }];
  });
  const expectedRows = work.reduce((sum, { table }) => sum + data.rows[table], 0);
  const began = clock.now();
  const written: Partial<Record<ServiceTable, number>> = {};
  let rows = 0;
  for (const { table, sink } of work) {
    await sink.open?.([data.tables[table]]);
    for (const batch of data.batches(table)) {
      await sink.write(batch, { signal });
      rows += batch.rows;
      written[table] = (written[table] ?? 0) + batch.rows;
      progress.update({ rows, expectedRows, bytes: 0, milliseconds: clock.now() - began });
    }
    // The next table refers to this one's rows.
    await sink.flush?.();
  }
  return written;
}
