import * as fc from 'fast-check';
import type { Places } from '../people/places';
import { places as placesOf } from '../people/places';
import type { Profiles } from '../people/profiles';
import { field, ProfileBuilder, valueOf } from '../people/profiles';
import { bucketsOf } from './buckets';
import { pairSpace } from './pair-space';
import { rosterOf } from './roster';

const world = (points: readonly (readonly [number, number])[]): Places =>
  placesOf(
    points.map((_, i) => String(i)),
    Float64Array.from(points, ([latitude]) => latitude),
    Float64Array.from(points, ([, longitude]) => longitude),
  );

function profilesAt(places: readonly number[]): Profiles {
  const builder = new ProfileBuilder(places.length, 0);
  places.forEach((place, row) => {
    builder.set(row, field.place, place);
  });
  return builder.finish(String);
}

/** Every pair of a space, as text, in the order of the numbers. */
function numbered(
  seekers: Profiles,
  others: Profiles,
  places: Places,
  limit: number,
  both = false,
): string[] {
  const buckets = bucketsOf(places, limit);
  const left = rosterOf(seekers, buckets);
  const right = others === seekers ? left : rosterOf(others, buckets);
  const space = pairSpace(left, right, buckets, both ? 'both' : 'one');
  const pair = { seeker: -1, other: -1 };
  return Array.from({ length: space.size }, (_, i) => {
    space.at(i, pair);
    return `${space.seekers[pair.seeker]} ${space.others[pair.other]}`;
  });
}

const latitude = fc.double({ min: -80, max: 80, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

describe('pairSpace', () => {
  const points = fc.array(fc.tuple(latitude, longitude), { minLength: 1, maxLength: 8 });
  const crowd = fc.array(fc.nat(100), { maxLength: 25 });
  // A place of the list, or none.
  const at = (numbers: readonly number[], count: number) => numbers.map((n) => (n % (count + 1)) - 1);

  it('numbers each pair that is near enough once, and nobody with himself', () => {
    fc.assert(
      fc.property(
        points,
        crowd,
        crowd,
        fc.double({ min: 10, max: 15_000, noNaN: true }),
        (where, a, b, limit) => {
          const places = world(where);
          const [seekers, others] = [profilesAt(at(a, where.length)), profilesAt(at(b, where.length))];
          const near = (x: Profiles, i: number, y: Profiles, j: number) =>
            !(places.kilometres(valueOf(x, i, field.place), valueOf(y, j, field.place)) > limit);
          const expected = (x: Profiles, y: Profiles, keep: (i: number, j: number) => boolean) =>
            Array.from({ length: x.size * y.size }, (_, k) => [Math.floor(k / y.size), k % y.size] as const)
              .filter(([i, j]) => keep(i, j) && near(x, i, y, j))
              .map(([i, j]) => `${i} ${j}`)
              .sort();
          expect(numbered(seekers, others, places, limit).sort()).toEqual(
            expected(seekers, others, () => true),
          );
          expect(numbered(seekers, seekers, places, limit).sort()).toEqual(
            expected(seekers, seekers, (i, j) => i !== j),
          );
          const once = numbered(seekers, seekers, places, limit, true).map((pair) =>
            pair
              .split(' ')
              .map(Number)
              .sort((x, y) => x - y)
              .join(' '),
          );
          expect(once.sort()).toEqual(expected(seekers, seekers, (i, j) => i < j));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('misses no near pair where places share buckets of a grid', () => {
    const where = Array.from(
      { length: 700 },
      (_, i) => [20 + ((i * 37) % 700) / 140, ((i * 53) % 700) / 140 - 2] as const,
    );
    const places = world(where);
    const people = profilesAt(where.map((_, i) => i));
    for (const limit of [30, 150]) {
      const pairs = new Set(numbered(people, people, places, limit));
      let near = 0;
      for (let i = 0; i < 700; i++) {
        for (let j = 0; j < 700; j++) {
          if (i === j || places.kilometres(i, j) > limit) continue;
          near++;
          expect(pairs.has(`${i} ${j}`)).toBe(true);
        }
      }
      expect(near).toBeGreaterThan(1000);
      expect(pairs.size).toBeLessThan(700 * 699);
    }
  });

  it('does not depend on which place was named first', () => {
    const where = [
      [10, 10],
      [10, 11],
      [50, 3],
    ] as const;
    const turned = [where[2], where[0], where[1]];
    const people = [0, 1, 2, 0, 1, 2];
    const renamed = people.map((place) => (place + 1) % 3);
    const one = profilesAt(people);
    const other = profilesAt(renamed);
    expect(numbered(one, one, world(where), 200)).toEqual(numbered(other, other, world(turned), 200));
  });
});
