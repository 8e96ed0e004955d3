import type { Row } from '@synth/core';
import { rowAt } from '@synth/core';
import { matchEvents } from '../match-events';
import type { ServiceIds } from './service-rows';
import { isSeededSession, isSeededUser } from './service-rows';
import type { ServiceTable } from './service-tables';
import { serviceData } from './service-data';

const people = { users: 400, groups: 40, seed: 'there and back', missing: 0.2 };

/** The rows of a table as they come back from a service: through JSON, in another order. */
function rowsBack(table: ServiceTable, ids: ServiceIds = 'text'): Row[] {
  const rows: Row[] = [];
  for (const batch of serviceData(people, ids).batches(table)) {
    for (let i = 0; i < batch.rows; i++) rows.push(JSON.parse(JSON.stringify(rowAt(batch, i))) as Row);
  }
  return rows.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
}

const sessionEntries = (ids: ServiceIds = 'text'): Row[] =>
  rowsBack('sessions', ids).map((row) => ({
    key: `session:${String(row['userId'])}`,
    value: JSON.stringify(row),
  }));

const invented = matchEvents({ ...people, count: 250, ids: true });

const readBack = (ids: ServiceIds = 'text') =>
  matchEvents({
    users: rowsBack('users', ids),
    profiles: rowsBack('profiles', ids),
    groups: rowsBack('groups', ids),
    sessions: sessionEntries(ids),
    seed: people.seed,
    count: 250,
    ids: true,
  });

describe('serviceData', () => {
  it('holds people who are the same when they are read back', () => {
    const read = readBack();
    expect(read.problems).toEqual([]);
    expect([...read.rows('travellers')]).toEqual([...invented.rows('travellers')]);
    expect([...read.rows('groups')]).toEqual([...invented.rows('groups')]);
  });

  it('gives the same events when they are read back', () => {
    expect([...readBack().events()]).toEqual([...invented.events()]);
  });

  it('gives the same events by UUIDs, which stand in the same order', () => {
    const read = readBack('uuid');
    const [first] = read.events();
    expect(first!.seekerId).toMatch(/^73796e74-0001-8000-8000-[\da-f]{12}$/);
    const withoutIds = ({ seekerId: _, targetId: __, ...event }: Row) => event;
    expect([...read.events()].map((event) => withoutIds({ ...event }))).toEqual(
      [...invented.events()].map((event) => withoutIds({ ...event })),
    );
  });

  it('marks what it makes', () => {
    for (const ids of ['text', 'uuid'] as const) {
      expect(rowsBack('users', ids).every(isSeededUser)).toBe(true);
      expect(sessionEntries(ids).every(({ value }) => isSeededSession(String(value)))).toBe(true);
    }
    expect(isSeededUser({ id: 'u0000001', clerk_user_id: 'user_2f' })).toBe(false);
    expect(isSeededUser({ id: 'ada', clerk_user_id: 'synth_ada' })).toBe(false);
    for (const text of ['{"userId":"ada"}', 'null', '{', '7']) expect(isSeededSession(text)).toBe(false);
  });

  it('refuses options that there are not', () => {
    expect(() => serviceData({ userz: 3 } as object)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID' }),
    );
  });
});
