import type { Row } from '@synth/core';
import { ada } from '../../test/people-fixture';
import type { TravellerSources } from './travellers-from';
import { travellersFrom } from './travellers-from';

const trip: Row = {
  destination: { name: 'Nice', lat: 43.71, lon: 7.262 },
  startDate: '2024-06-01',
  endDate: '2024-06-11',
};

const countsOf = (sources: TravellerSources): Record<string, number> =>
  Object.fromEntries(travellersFrom(sources).problems.map(({ kind, count }) => [kind, count]));

const oneWith = (fields: Row) => travellersFrom({ sessions: [{ ...ada, ...fields }] });

describe('travellersFrom', () => {
  it('joins sessions with users, by either name, and their profiles', () => {
    const { rows, problems } = travellersFrom({
      sessions: [
        { userId: 'clerk_b', ...trip, interests: [] },
        { userId: '1', ...trip, interests: ['wine'] },
      ],
      users: [
        { id: '2', clerk_user_id: 'clerk_b' },
        { id: '1', clerk_user_id: 'clerk_a' },
      ],
      profiles: [
        { id: 'p9', user_id: '2', age: 40, interests: ['food'] },
        { id: 'p8', user_id: '1', age: 30, interests: ['food'] },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows.map(({ user_id, age, interests }) => [user_id, age, interests])).toEqual([
      ['1', 30, ['wine']],
      ['2', 40, ['food']],
    ]);
  });

  it('takes a profile that stands in the row of the user', () => {
    const sessions = [{ userId: 'ada', ...trip }];
    const { rows, problems } = travellersFrom({ sessions, users: [{ user_id: 'ada', age: '31' }] });
    expect([rows[0]!.age, problems]).toEqual([31, []]);
    expect(countsOf({ sessions, users: [{ id: 'ada', clerk_user_id: 'c' }] })).toEqual({ no_profile: 1 });
  });

  it('is the same whatever the order of sessions, users and profiles', () => {
    const sessions = ['c', 'a', 'b'].map((userId) => ({ userId, ...trip }));
    const profiles = ['b', 'c', 'a'].map((user_id, age) => ({ user_id, age: 20 + age }));
    const { rows } = travellersFrom({ sessions, profiles });
    const turned = travellersFrom({ sessions: [...sessions].reverse(), profiles: [...profiles].reverse() });
    expect(turned.rows).toEqual(rows);
  });

  it('counts what the join leaves over, with examples', () => {
    const { problems, rows } = travellersFrom({
      sessions: [
        { userId: 'a', ...trip },
        { userId: 'clerk_a', ...trip },
        { userId: 'stranger', ...trip },
      ],
      users: [
        { id: 'a', clerk_user_id: 'clerk_a' },
        { id: 'a', clerk_user_id: 'clerk_z' },
        { id: 'b', clerk_user_id: 'clerk_a' },
        { id: 'idle', clerk_user_id: 'clerk_i' },
        { clerk_user_id: 'clerk_n' },
      ],
      profiles: [
        { user_id: 'a', age: 20 },
        { user_id: 'clerk_a', age: 90 },
        { user_id: 'ghost' },
        { age: 3 },
      ],
      duplicates: 'leave-out',
    });
    expect(rows.map(({ user_id, age }) => [user_id, age])).toEqual([
      ['a', 20],
      ['stranger', null],
    ]);
    expect(problems.map(({ kind, count, examples }) => [kind, count, examples])).toEqual([
      ['duplicate_user', 2, ['a', 'clerk_a']],
      ['user_without_id', 1, ['clerk_n']],
      ['duplicate_profile', 1, ['a']],
      ['profile_without_user', 1, ['row 4']],
      ['duplicate_session', 1, ['a']],
      ['no_profile', 1, ['stranger']],
      ['no_session', 2, ['idle', 'ghost']],
    ]);
  });

  it('refuses a second session of a user where nothing else is said', () => {
    expect(() => travellersFrom({ sessions: [ada, ada] })).toThrow(
      expect.objectContaining({ code: 'INPUT_DUPLICATE' }),
    );
  });

  it.each([
    [{ start_date: null }, 'no_dates', { start_date: null, end_date: null }],
    [{ start_date: 20240601 }, 'dates_unreadable', { start_date: null, end_date: null }],
    [{ end_date: '2024-06-31' }, 'dates_unreadable', { end_date: null }],
    [{ start_date: '2024-06-12' }, 'end_before_start', { start_date: null, end_date: null }],
    [{ destination: 'Atlantis' }, 'no_coordinates', { destination: 'Atlantis', lat: null }],
    [{ destination: { name: 'Nice', lat: 'north', lon: 7 } }, 'no_coordinates', { lat: null, lon: null }],
    [{ age: 'old' }, 'age_invalid', { age: null }],
    [{ age: -1 }, 'age_invalid', { age: null }],
    [{ budget: {} }, 'budget_invalid', { budget: null }],
    [{ smoking: 'cigars' }, 'smoking_unknown', { smoking: null }],
    [{ drinking: 3 }, 'drinking_unknown', { drinking: null }],
    [{ personality: ['shy'] }, 'text_unreadable', { personality: null }],
    [{ nationality: { code: 'FR' } }, 'text_unreadable', { nationality: null }],
    [{ interests: 7 }, 'interests_unreadable', { interests: [] }],
    [{ languages: ['French', 9] }, 'languages_unreadable', { languages: ['French'] }],
  ])('of %j says %s', (fields, kind, expected) => {
    const { rows, problems } = oneWith(fields);
    expect(problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(problems[0]).toMatchObject({ count: 1, examples: ['ada'], what: expect.any(String) as string });
    expect(rows[0]).toMatchObject(expected);
  });

  it.each([
    [{ age: ' 30 ', interests: 'food; museums | hiking', languages: '["French","English"]' }],
    [{ destination: '{"name":"Nice","lat":43.71,"lon":7.262}', start_date: '2024-06-01T22:00:00+00:00' }],
    [{ age: '30.0', budget: '20000', smoking: 'No', drinking: 'socially', personality: 'Introvert' }],
  ])('reads %j as databases and files write it', (fields) => {
    const { rows, problems } = oneWith(fields);
    expect(problems).toEqual([]);
    expect(rows).toEqual(oneWith({}).rows);
  });
});
