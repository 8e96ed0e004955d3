import { roleColumns, tableRoles, usualNames } from './role-columns';

it('finds columns whatever their capitals and signs', () => {
  expect(roleColumns(['UserId', 'Item-ID', 'Event Type', 'weather'])).toEqual({
    user: 'UserId',
    item: 'Item-ID',
    event: 'Event Type',
  });
});

it('takes the likelier of two names, and the column at the top of two with one name', () => {
  expect(roleColumns(['stars', 'review_stars'])).toEqual({ rating: 'review_stars' });
  expect(roleColumns(['payload.user_id', 'user_id'])).toEqual({ user: 'user_id' });
  expect(roleColumns(['payload.user_id'])).toEqual({ user: 'payload.user_id' });
});

it('takes columns that are named in place of usual ones, where they are there', () => {
  const columns = ['user_id', 'who'];
  expect(roleColumns(columns, { user: 'who' })).toEqual({ user: 'who' });
  expect(roleColumns(columns, { user: 'whom' })).toEqual({});
});

it('finds every role by each of its usual names', () => {
  for (const role of tableRoles)
    for (const name of usualNames(role)) expect(roleColumns([name])).toEqual({ [role]: name });
});
