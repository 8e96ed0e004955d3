import { streams as openStreams } from '@synth/core';
import { configSchema } from '../config/schema';
import type { MatchType } from '../features/feature-names';
import { matchEvents } from '../match-events';
import { everyone } from '../invent/selection';
import { peopleOf } from '../people/people';
import { field, valueOf } from '../people/profiles';
import { sampleMarket, supplyOf } from './supply';

const setting = { users: 900, groups: 300, regions: 6, preset: 'strict' } as const;

/** The supply by a sample of at most `most`, and by looking at every pair one by one. */
function supplies(matchType: MatchType, seed: number, most?: number) {
  const config = configSchema.parse({ ...setting, seed });
  const streams = openStreams({ seed: config.seed, dataset: 'match' });
  const people = peopleOf(config, {}, streams);
  const { filter, rules, seekers, others } = sampleMarket(config, people, matchType, 1e9, streams);
  const travellers = people.travellersOf(everyone(people.travellers));
  expect(seekers.size).toBe(travellers.size);
  return {
    found: supplyOf(config, people, matchType, streams, most),
    filter,
    rules,
    seekers,
    others,
    people,
  };
}

/** Every pair, by nothing but the profiles and the rules. */
function counted(matchType: MatchType, seed: number): number {
  const { seekers, others, people, filter } = supplies(matchType, seed);
  let passing = 0;
  for (let a = 0; a < seekers.size; a++) {
    for (let b = 0; b < others.size; b++) {
      if (others === seekers && a === b) continue;
      const of = (what: number): [number, number] => [valueOf(seekers, a, what), valueOf(others, b, what)];
      if (people.places.kilometres(...of(field.place)) > 100) continue;
      if (Math.min(...of(field.endDay)) - Math.max(...of(field.startDay)) < 1) continue;
      if (filter.judge(a, b) === 0) passing++;
    }
  }
  return passing;
}

describe.each(['user_user', 'user_group'] as const)('the supply of %s', (matchType) => {
  it('is exact where everybody is looked at', () => {
    const { found } = supplies(matchType, 1);
    expect(found).toMatchObject({ exact: true, standardError: 0, exist: counted(matchType, 1) });
  });

  it('is an estimate beyond, as far off as its standard error says', () => {
    const errors = Array.from({ length: 12 }, (_, i) => {
      const { found } = supplies(matchType, i, 150);
      expect(found.exact).toBe(false);
      return (found.exist - supplies(matchType, i).found.exist) / found.standardError;
    });
    const meanSquare = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    // Chi-square of 12 degrees: between these but once in 10,000.
    expect(meanSquare).toBeGreaterThan(0.08);
    expect(meanSquare).toBeLessThan(3.3);
  });
});

describe('at 10,000 travellers', () => {
  const setting = { preset: 'strict', seed: 5 } as const;
  const refused = (matchType: 'solo' | 'group', users: number): string => {
    try {
      matchEvents({ ...setting, matchType, users, count: 99_990_000 });
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it('is exact: the count of a look at each of the 99,990,000 pairs', () => {
    const users = 10_000;
    const config = configSchema.parse({ ...setting, users });
    const streams = openStreams({ seed: config.seed, dataset: 'match' });
    const people = peopleOf(config, {}, streams);
    const { filter, seekers } = sampleMarket(config, people, 'user_user', users, streams);
    const column = (of: number) =>
      Float64Array.from({ length: users }, (_, row) => valueOf(seekers, row, of));
    const [place, startDay, endDay] = [column(field.place), column(field.startDay), column(field.endDay)];
    const towns = people.places.names.length;
    const isNear = Uint8Array.from({ length: towns * towns }, (_, i) =>
      people.places.kilometres(Math.floor(i / towns), i % towns) <= 100 ? 1 : 0,
    );
    let passing = 0;
    for (let a = 0; a < users; a++) {
      for (let b = 0; b < users; b++) {
        if (a === b || isNear[place[a]! * towns + place[b]!] === 0) continue;
        if (endDay[a]! - startDay[b]! < 1 || endDay[b]! - startDay[a]! < 1) continue;
        if (filter.judge(a, b) === 0) passing++;
      }
    }
    expect(passing).toBeGreaterThan(100_000);
    expect(refused('solo', users)).toContain(
      `and ${passing.toLocaleString('en-GB')} pairs pass preset strict: of 99,990,000,`,
    );
  });

  it('is an estimate of one more, and says so', () => {
    expect(refused('group', 10_001)).toMatch(
      /and about [\d,]+ \(95 % interval [\d,]+ to [\d,]+\) pairs pass/,
    );
  });
});
