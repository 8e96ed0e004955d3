import type { Profiles } from '../people/profiles';
import { field, recordWords } from '../people/profiles';
import type { Buckets } from './buckets';
import type { Roster } from './roster';
import { rosterBy, rosterOf } from './roster';

/** The days from the first start of a stay to the last end. */
export interface StayDays {
  readonly first: number;
  readonly count: number;
}

/** Beyond so many buckets by days, nobody is looked up by them. */
const mostCells = 4_000_000;

/** A roster in the order of buckets, and in each of first days; `starts` is by bucket x days + day. */
export interface DayRoster extends Roster {
  readonly days: StayDays;
}

export const isDayRoster = (roster: Roster): roster is DayRoster => 'days' in roster;

/** The days of these people; undefined where one's are unknown or less than a day, or there are too many. */
export function stayDays(parties: readonly Profiles[], buckets: Buckets): StayDays | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { size, singles } of parties) {
    for (let at = 0; at < size * recordWords; at += recordWords) {
      const start = singles[at + field.startDay]!;
      const end = singles[at + field.endDay]!;
      if (!(end - start >= 1)) return undefined;
      if (start < first) first = start;
      if (end > last) last = end;
    }
  }
  const count = last - first + 1;
  return count * buckets.count <= mostCells ? { first, count } : undefined;
}

/** Rosters of these people: by days where that can be. */
export function rostersByDay(parties: readonly Profiles[], buckets: Buckets): readonly Roster[] {
  const days = buckets.exact ? stayDays(parties, buckets) : undefined;
  return parties.map((profiles) =>
    days === undefined ? rosterOf(profiles, buckets) : dayRosterOf(profiles, buckets, days),
  );
}

export function dayRosterOf(profiles: Profiles, buckets: Buckets, days: StayDays): DayRoster {
  const { singles } = profiles;
  const dayOf = (row: number): number => singles[row * recordWords + field.startDay]! - days.first;
  return { ...rosterBy(profiles, buckets, days.count, dayOf), days };
}
