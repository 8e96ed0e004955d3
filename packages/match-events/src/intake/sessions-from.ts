import type { Row } from '@synth/core';
import { jsonOf } from './fields';
import { ProblemTally } from './problems';
import type { Intake } from './travellers-from';

/** A key of a store and the text under it; null where it was gone when it was read. */
export type StoreEntry = readonly [key: string, value: string | null];

const keyPrefix = 'session:';

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
 * rows; // => [{ userId: 'ada', budget: 900 }]
 * problems[0].kind; // => 'broken_json'
 * ```
 */
export function sessionsFrom(entries: Iterable<StoreEntry>): Intake<Row> {
  const problems = new ProblemTally();
  const rows: Row[] = [];
  for (const [key, value] of entries) {
    const session = value === null ? undefined : jsonOf(value);
    if (value === null) problems.add('gone', 'a session that ended while it was read is left out', key);
    else if (typeof session !== 'object' || session === null || Array.isArray(session)) {
      problems.add('broken_json', 'a session that is not a JSON object is left out', key);
    } else {
      const userId = key.startsWith(keyPrefix) ? key.slice(keyPrefix.length) : key;
      rows.push({ userId, ...session });
    }
  }
  return { rows, problems: problems.list() };
}
