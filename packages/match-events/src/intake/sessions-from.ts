import type { Row } from '@synth/core';
import { jsonOf, textField } from './fields';
import { ProblemTally } from './problems';
import { userIdColumns } from './traveller';
import type { Intake } from './travellers-from';

/** A key of a store and the text under it; null where it was gone when it was read. */
export type StoreEntry = readonly [key: string, value: string | null];

/** What stands before the user's id in the keys of sessions. */
export const sessionPrefix = 'session:';

/**
 * Sessions from the entries of a key-value store: `session:<user id>` and its JSON. A session that does not name its
 * user is that of its key. Broken JSON is counted and left out, and so are entries that went away.
 *
 * @example
 * ```ts
 * const { rows, problems } = sessionsFrom([
 *   ['session:ada', '{"budget": 900}'],
 *   ['session:bob', '{"budget": 9'],
 * ]);
 * rows; // => [{ budget: 900, userId: 'ada' }]
 * problems[0].kind; // => 'broken_json'
 * ```
 */
export function sessionsFrom(entries: Iterable<StoreEntry>): Intake<Row> {
  const problems = new ProblemTally();
  const rows: Row[] = [];
  for (const [key, value] of entries) {
    const session = value === null ? undefined : jsonOf(value);
    if (value === null) problems.add('gone', key);
    else if (typeof session !== 'object' || session === null || Array.isArray(session)) {
      problems.add('broken_json', key);
    } else {
      const ofKey = key.startsWith(sessionPrefix) ? key.slice(sessionPrefix.length) : key;
      const userId = textField(session as Row, userIdColumns) ?? ofKey;
      if (userId.trim() === '') problems.add('no_user', key);
      else rows.push({ ...(session as Row), userId });
    }
  }
  return { rows, problems: problems.list() };
}

/** Sessions from rows: those with `key` and `value` are entries of a store, others sessions as they are. */
export function sessionsOfRows(rows: Iterable<Row>): Intake<Row> {
  const entries: StoreEntry[] = [];
  const sessions: Row[] = [];
  for (const row of rows) {
    const { key, value } = row;
    if (typeof key !== 'string' || value === undefined) sessions.push(row);
    else
      entries.push([
        key,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value),
      ]);
  }
  const read = sessionsFrom(entries);
  return { rows: [...sessions, ...read.rows], problems: read.problems };
}

const textOf = (value: unknown): string | null => (value === null ? null : String(value));
