import { kebabCase } from './kebab-case';

it.each([
  ['users', 'users'],
  ['minUserInteractions', 'min-user-interactions'],
  ['topP', 'top-p'],
  ['lastN', 'last-n'],
  ['item_columns', 'item-columns'],
])('writes %s as %s', (name, option) => {
  expect(kebabCase(name)).toBe(option);
});
