import * as fc from 'fast-check';
import { places as placesOf } from '../people/places';
import type { Profiles } from '../people/profiles';
import { field, ProfileBuilder, valueOf } from '../people/profiles';
import { bucketsOf } from './buckets';
import { dayRosterOf, stayDays } from './day-roster';
import { meetingSpace } from './meeting-space';

const limit = 150;
// Two near each other, two near one of those, one far from all.
const places = placesOf(
  ['a', 'b', 'c', 'd', 'e'],
  Float64Array.of(0, 0, 0, 1.9, 50),
  Float64Array.of(0, 1, 2, 1, 50),
);
const buckets = bucketsOf(places, limit);

type Person = readonly [place: number, startDay: number, days: number];

function profilesOf(people: readonly Person[]): Profiles {
  const builder = new ProfileBuilder(people.length, 0);
  people.forEach(([place, startDay, days], row) => {
    builder.set(row, field.place, place);
    builder.set(row, field.startDay, startDay);
    builder.set(row, field.endDay, startDay + days);
  });
  return builder.finish(String);
}

/** Whether two are near and share a day, by nothing but their profiles. */
function meet(x: Profiles, i: number, y: Profiles, j: number): boolean {
  const of = (what: number): [number, number] => [valueOf(x, i, what), valueOf(y, j, what)];
  const shared = Math.min(...of(field.endDay)) - Math.max(...of(field.startDay));
  return shared >= 1 && !(places.kilometres(...of(field.place)) > limit);
}

const pairsOf = (x: Profiles, y: Profiles, keep: (i: number, j: number) => boolean): string[] =>
  Array.from({ length: x.size * y.size }, (_, k) => [Math.floor(k / y.size), k % y.size] as const)
    .filter(([i, j]) => keep(i, j) && meet(x, i, y, j))
    .map(([i, j]) => `${i} ${j}`)
    .sort();

function numbered(seekers: Profiles, others: Profiles, both = false): string[] {
  const days = stayDays([seekers, others], buckets)!;
  const left = dayRosterOf(seekers, buckets, days);
  const right = others === seekers ? left : dayRosterOf(others, buckets, days);
  const space = meetingSpace(left, right, buckets, both ? 'both' : 'one');
  const pair = { seeker: -1, other: -1 };
  return Array.from({ length: space.size }, (_, i) => {
    space.at(i, pair);
    return `${space.seekers[pair.seeker]} ${space.others[pair.other]}`;
  });
}

const person: fc.Arbitrary<Person> = fc.tuple(
  fc.integer({ min: -1, max: 4 }),
  fc.integer({ min: 100, max: 112 }),
  fc.integer({ min: 1, max: 6 }),
);
const crowd = fc.array(person, { minLength: 1, maxLength: 30 }).map(profilesOf);

describe('meetingSpace', () => {
  it('numbers each pair that is near and shares a day once, and nobody with himself', () => {
    fc.assert(
      fc.property(crowd, crowd, (seekers, others) => {
        expect(numbered(seekers, others).sort()).toEqual(pairsOf(seekers, others, () => true));
        expect(numbered(seekers, seekers).sort()).toEqual(pairsOf(seekers, seekers, (i, j) => i !== j));
        const once = numbered(seekers, seekers, true).map((pair) =>
          pair
            .split(' ')
            .map(Number)
            .sort((x, y) => x - y)
            .join(' '),
        );
        expect(once.sort()).toEqual(pairsOf(seekers, seekers, (i, j) => i < j));
      }),
      { numRuns: 200 },
    );
  });
});

describe('stayDays', () => {
  it('are from the first start to the last end', () => {
    expect(
      stayDays(
        [
          profilesOf([
            [0, 5, 2],
            [0, 9, 1],
          ]),
          profilesOf([[0, 3, 1]]),
        ],
        buckets,
      ),
    ).toEqual({ first: 3, count: 8 });
  });

  it('are not there where somebody shares a day with nobody, or might with everybody, or days are too many', () => {
    expect(stayDays([profilesOf([[0, 5, 0]])], buckets)).toBeUndefined();
    expect(stayDays([profilesOf([[0, Number.NaN, 1]])], buckets)).toBeUndefined();
    expect(
      stayDays(
        [
          profilesOf([
            [0, 0, 1],
            [0, 1_000_000, 1],
          ]),
        ],
        buckets,
      ),
    ).toBeUndefined();
  });
});
