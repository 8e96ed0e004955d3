import { ada, bob, group } from '../../test/people-fixture';
import type { GeneratorOptions } from '../match-events';
import { matchEvents } from '../match-events';

const refused = (options: GeneratorOptions, code: string, message: RegExp) =>
  expect(() => matchEvents({ count: 1, ...options })).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );

describe('people of tables', () => {
  it('has each kind of problem once, over travellers and groups', () => {
    const data = matchEvents({
      users: [{ ...ada, start_date: 'soon' }, bob],
      groups: [{ ...group, start_date: 'soon' }],
      count: 1,
      matchType: 'solo',
      preset: 'loose',
    });
    expect(data.problems).toMatchObject([{ kind: 'dates_unreadable', count: 2, examples: ['ada', 'g1'] }]);
    expect(data.describe()['input_problems']).toEqual({ dates_unreadable: 2 });
  });

  it('takes sessions in place of travellers', () => {
    const data = matchEvents({
      sessions: [
        { key: 'session:ada', value: JSON.stringify(ada) },
        { key: 'session:bob', value: JSON.stringify(bob) },
        { key: 'session:bert', value: JSON.stringify(bob) },
        { key: 'session:eve', value: '{' },
      ],
      count: 1,
      matchType: 'solo',
    });
    expect([...data.rows('travellers')]).toHaveLength(2);
    expect(data.describe()['input_problems']).toEqual({ broken_json: 1, duplicate_session: 1 });
  });

  it('says why no session is left', () => {
    refused({ sessions: [] }, 'INPUT_EMPTY', /^sessions: no session to travel by$/);
    refused(
      { sessions: [{ key: 'session:a', value: '{' }] },
      'INPUT_EMPTY',
      /; 1 x a session that is not a JSON object is left out$/,
    );
  });

  it('invents nobody beside those who are given', () => {
    refused({ sessions: [ada, bob], users: 5 }, 'CONFIG_INVALID', /users is 5/);
    refused({ sessions: [ada, bob], groups: 5 }, 'CONFIG_INVALID', /groups is 5/);
    refused({ profiles: [ada] }, 'CONFIG_INVALID', /profiles and none of sessions/);
    refused({ groups: [group] }, 'CONFIG_INVALID', /groups and none of travellers/);
  });
});
