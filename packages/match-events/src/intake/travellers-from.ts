import type { Row } from '@synth/core';
import { textField } from './fields';
import { duplicate, withoutId } from './input-errors';
import type { Problem } from './problems';
import { ProblemTally } from './problems';
import { ProfileIndex } from './profile-index';
import type { Traveller } from './traveller';
import { travellerOf, userIdColumns } from './traveller';

/** Rows as services hold them. */
export interface TravellerSources {
  /** A row a trip: sessions, or complete travellers. */
  readonly sessions: Iterable<Row>;
  /** Who a session's user is: id and clerk_user_id; what else they have stands in for a profile. */
  readonly users?: Iterable<Row>;
  /** What a user said about himself: user_id, age, interests, ... */
  readonly profiles?: Iterable<Row>;
  /** What becomes of a user's second session: an error, or it is counted and left out. Default `refuse`. */
  readonly duplicates?: 'refuse' | 'leave-out';
}

/** What was read, and what was wrong with it. */
export interface Intake<Item> {
  readonly rows: readonly Item[];
  readonly problems: readonly Problem[];
}

/**
 * Travellers from rows: sessions joined with users and their profiles, or rows that have it all. A session names its
 * user by `clerk_user_id` or by `id`, and a traveller has the `id`. What a session says holds against the profile.
 * Travellers stand in the order of their ids (by UTF-16 code units), so that the order in which a store hands them out
 * changes nothing.
 *
 * Nothing is lost without a word: what cannot be read is unknown and counted, a user without a session counted.
 *
 * @throws SynthError `INPUT_COLUMN_MISSING` where rows have no id; `INPUT_DUPLICATE` for a user with two sessions
 * @example
 * ```ts
 * const sessions = [{ userId: 'ada', startDate: '2024-07-03', endDate: '2024-07-01', budget: 900 }];
 * const { rows, problems } = travellersFrom({ sessions });
 * rows[0].budget; // => 900
 * problems.map(({ kind }) => kind); // => ['no_coordinates', 'end_before_start']
 * ```
 */
export function travellersFrom(sources: TravellerSources): Intake<Traveller> {
  const { sessions, users, profiles, duplicates = 'refuse' } = sources;
  const problems = new ProblemTally();
  const index = new ProfileIndex(users ?? [], profiles ?? [], problems);
  const joined = users !== undefined || profiles !== undefined;
  const found = new Map<string, Row>();
  let row = 0;
  for (const session of sessions) {
    row++;
    const name = textField(session, userIdColumns);
    if (name === undefined) throw withoutId('travellers', row, userIdColumns);
    const id = index.idOf(name);
    if (found.has(id)) {
      if (duplicates === 'refuse') throw duplicate('travellers', 'user_id', id);
      problems.add('duplicate_session', id);
      continue;
    }
    const profile = index.find(id);
    if (joined && profile === undefined) problems.add('no_profile', id);
    found.set(id, { ...profile, ...withoutEmpty(session) });
  }
  for (const id of index.idle) problems.add('no_session', id);
  const inOrder = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = inOrder.map(([id, fields]) => travellerOf(fields, id, problems));
  return { rows, problems: problems.list() };
}

/** A session says nothing of a field that it leaves empty. */
const withoutEmpty = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
