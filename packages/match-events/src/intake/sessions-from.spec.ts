import { sessionsFrom, sessionsOfRows } from './sessions-from';

describe('sessionsFrom', () => {
  it('takes the user from the session, else from the key', () => {
    const { rows, problems } = sessionsFrom([
      ['session:ada', '{"budget":1}'],
      ['session:x', '{"userId":"bob","budget":2}'],
      ['session:eve', '{"userId":null,"budget":3}'],
      ['session:dan', '{"userId":{"id":4},"budget":4}'],
    ]);
    expect(rows).toEqual([
      { userId: 'ada', budget: 1 },
      { userId: 'bob', budget: 2 },
      { userId: 'eve', budget: 3 },
      { userId: 'dan', budget: 4 },
    ]);
    expect(problems).toEqual([]);
  });

  it('counts what is none, with its keys', () => {
    const { rows, problems } = sessionsFrom([
      ['session:a', '{"budget":'],
      ['session:b', '[1]'],
      ['session:c', 'null'],
      ['session:d', null],
      ['session:', '{"budget":1}'],
    ]);
    expect(rows).toEqual([]);
    expect(problems.map(({ kind, examples }) => [kind, examples])).toEqual([
      ['broken_json', ['session:a', 'session:b', 'session:c']],
      ['gone', ['session:d']],
      ['no_user', ['session:']],
    ]);
  });
});

describe('sessionsOfRows', () => {
  it('tells entries of a store from sessions', () => {
    const { rows, problems } = sessionsOfRows([
      { key: 'session:a', value: '{"budget":1}' },
      { userId: 'b', budget: 2 },
      { key: 'session:c', value: { budget: 3 } },
      { key: 'session:d', value: null },
    ]);
    expect(rows).toEqual([
      { userId: 'b', budget: 2 },
      { userId: 'a', budget: 1 },
      { userId: 'c', budget: 3 },
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(['gone']);
  });
});
