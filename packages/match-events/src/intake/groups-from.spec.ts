import { group } from '../../test/people-fixture';
import { groupsFrom } from './groups-from';
import { travellersFrom } from './travellers-from';

describe('groupsFrom', () => {
  it('finds coordinates by the name: of a traveller first, else of a town that is known', () => {
    const there = { user_id: 'a', destination: { name: 'Nice', lat: 1, lon: 2 } };
    const { rows: travellers } = travellersFrom({ sessions: [there] });
    expect(groupsFrom([group], travellers).rows[0]).toMatchObject({ lat: 1, lon: 2 });
    expect(groupsFrom([group]).rows[0]).toMatchObject({ lat: 43.71, lon: 7.262 });
  });

  it('counts what is wrong and what is not active', () => {
    const { rows, problems } = groupsFrom([
      { ...group, group_id: 'z', status: 'closed' },
      { ...group, group_id: 'y', destination: 'Atlantis', members_count: 'many' },
      { ...group, group_id: 'x', end_date: '2024-01-01', top_interests: 4, average_age: 'young' },
    ]);
    expect(rows.map(({ group_id }) => group_id)).toEqual(['x', 'y']);
    expect(problems.map(({ kind, examples }) => [kind, examples])).toEqual([
      ['end_before_start', ['x']],
      ['average_age_invalid', ['x']],
      ['top_interests_unreadable', ['x']],
      ['no_coordinates', ['y']],
      ['members_count_invalid', ['y']],
      ['not_active', ['z']],
    ]);
  });

  it('refuses rows without an id, and an id twice', () => {
    expect(() => groupsFrom([{ budget: 1 }])).toThrow(
      expect.objectContaining({ code: 'INPUT_COLUMN_MISSING' }),
    );
    expect(() => groupsFrom([group, group])).toThrow(expect.objectContaining({ code: 'INPUT_DUPLICATE' }));
  });
});
