import { places as placesOf } from '../people/places';
import { field, ProfileBuilder } from '../people/profiles';
import { bucketsOf } from './buckets';
import { firstLook } from './first-look';
import { noSharedDay, passes, tooFar } from './hard-filter';
import { rosterOf } from './roster';

// Cells of one degree hold two places, a kilometre and a hundred apart from the first of all.
const manyPlaces = (count: number) =>
  placesOf(
    Array.from({ length: count }, (_, i) => String(i)),
    Float64Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 0 : 0.9)),
    Float64Array.from({ length: count }, (_, i) => (i < 3 ? 0.01 : 60)),
  );

describe('firstLook', () => {
  const builder = new ProfileBuilder(4, 0);
  const stays = [
    [0, 10, 12],
    [1, 10, 12],
    [2, 11, 13],
    [2, 12, 13],
  ] as const;
  stays.forEach(([place, startDay, endDay], row) => {
    builder.set(row, field.place, place);
    builder.set(row, field.startDay, startDay);
    builder.set(row, field.endDay, endDay);
  });
  const profiles = builder.finish(String);

  it('refuses those too far apart where buckets hold several places, then those without a shared day', () => {
    const places = manyPlaces(600);
    const buckets = bucketsOf(places, 50);
    expect(buckets.exact).toBe(false);
    const roster = rosterOf(profiles, buckets);
    const at = (row: number): number => roster.rows.indexOf(row);
    const verdictsOf = (look: ReturnType<typeof firstLook>) => [
      look(at(0), at(1)),
      look(at(0), at(2)),
      look(at(0), at(3)),
    ];
    expect(verdictsOf(firstLook(roster, roster, { ...places, mostKilometres: 50 }))).toEqual([
      tooFar,
      passes,
      noSharedDay,
    ]);
    expect(verdictsOf(firstLook(roster, roster))).toEqual([passes, passes, noSharedDay]);
  });

  it('leaves distances out where each bucket is a point', () => {
    expect(bucketsOf(manyPlaces(512), 50).exact).toBe(true);
  });
});
