import type { Row } from '@synth/core';
import { regions } from '../invent/regions';
import { destinationOf, Gazetteer } from './destination';
import { dayText, folded, textField } from './fields';
import { duplicate, withoutId } from './input-errors';
import { ProblemTally } from './problems';
import { positiveField, stayOf, textsField, type Traveller } from './traveller';
import type { Intake } from './travellers-from';

/** A group as the table `groups` has one. */
export interface Group extends Row {
  readonly group_id: string;
  readonly destination: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly budget: number | null;
  readonly average_age: number | null;
  readonly top_interests: readonly string[];
  readonly dominant_languages: readonly string[];
  readonly members_count: number | null;
}

const groupIdColumns: readonly string[] = ['group_id', 'id'];

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/**
 * Groups from rows, in the order of their ids. A group whose `status` is there and is not `active` makes no event, and
 * is counted. A destination without coordinates takes those of a traveller who goes to a place of that name, else
 * those of the town of that name that invented people go to.
 *
 * @throws SynthError `INPUT_COLUMN_MISSING` where rows have no id; `INPUT_DUPLICATE` for an id twice
 * @example
 * ```ts
 * const group = { id: 'g1', destination: { name: 'Nice', lat: 43.7, lon: 7.26 }, status: 'closed' };
 * groupsFrom([group]).rows.length; // => 0
 * ```
 */
export function groupsFrom(rows: Iterable<Row>, travellers: Iterable<Traveller> = []): Intake<Group> {
  const problems = new ProblemTally();
  const gazetteer = new Gazetteer();
  for (const traveller of travellers) gazetteer.learn(destinationOf(traveller));
  for (const { towns } of regions) {
    for (const [name, latitude, longitude] of towns) gazetteer.learn({ name, latitude, longitude });
  }
  const found = new Map<string, Row>();
  let number = 0;
  for (const row of rows) {
    number++;
    const id = textField(row, groupIdColumns);
    if (id === undefined) throw withoutId('groups', number, groupIdColumns);
    if (found.has(id)) throw duplicate('groups', 'group_id', id);
    found.set(id, row);
  }
  const groups: Group[] = [];
  for (const [id, row] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const status = textField(row, ['status']);
    if (status === undefined || folded(status) === 'active') {
      groups.push(groupOf(row, id, gazetteer, problems));
    } else problems.add('not_active', id);
  }
  return { rows: groups, problems: problems.list() };
}

function groupOf(row: Row, id: string, gazetteer: Gazetteer, problems: ProblemTally): Group {
  const destination = gazetteer.resolve(destinationOf(row));
  if (destination.latitude === undefined) {
    problems.add('no_coordinates', id);
  }
  const [startDay, endDay] = stayOf(row, id, problems);
  return {
    group_id: id,
    destination: destination.name ?? null,
    lat: destination.latitude ?? null,
    lon: destination.longitude ?? null,
    start_date: Number.isNaN(startDay) ? null : dayText(startDay),
    end_date: Number.isNaN(endDay) ? null : dayText(endDay),
    budget: orNull(positiveField(row, 'budget', id, problems)),
    average_age: orNull(positiveField(row, 'average_age', id, problems)),
    top_interests: textsField(row, 'top_interests', id, problems),
    dominant_languages: textsField(row, 'dominant_languages', id, problems),
    members_count: orNull(positiveField(row, 'members_count', id, problems)),
  };
}
