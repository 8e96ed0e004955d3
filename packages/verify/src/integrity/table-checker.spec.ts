import type { Row } from '@synth/core';
import { PersonalData } from './personal-data';
import { TableChecker } from './table-checker';

const table = {
  name: 'plays',
  rows: 3,
  columns: [
    { name: 'user_id', type: 'dictionary' },
    { name: 'item_id', type: 'dictionary' },
    { name: 'timestamp', type: 'timestamp' },
    { name: 'plays', type: 'i32', minimum: 1, maximum: 9 },
    { name: 'note', type: 'string', nullable: true },
  ],
  key: ['user_id', 'item_id'],
  references: [{ column: 'item_id', table: 'items', to: 'item_id' }],
  order: ['user_id', 'timestamp', 'item_id'],
};

const good: readonly Row[] = [
  { user_id: 'b', item_id: 'x', timestamp: '2024-01-02T00:00:00.000Z', plays: '9', note: '' },
  { user_id: 'b', item_id: 'y', timestamp: '2024-01-02T00:00:00.000Z', plays: '1', note: 'hi' },
  { user_id: 'a', item_id: 'x', timestamp: '2024-01-01T00:00:00.000Z', plays: 2, note: null },
];

/** The names of the checks that fail when row `at` is changed. */
function failing(change: Row, at = 1): string[] {
  const ids = new Map([['items.item_id', new Set(['x', 'y'])]]);
  const checker = new TableChecker(table, ids, new PersonalData());
  good.forEach((row, index) => checker.row(index === at ? { ...row, ...change } : row));
  return checker
    .finish()
    .filter(({ status }) => status === 'fail')
    .map(({ name }) => name.replace('plays: ', ''));
}

it.each<[string[], Row]>([
  [[], {}],
  [['types'], { plays: '1.5' }],
  [['types'], { plays: 'many' }],
  [['types'], { timestamp: 'yesterday' }],
  [['ranges'], { plays: '0' }],
  [['ranges'], { plays: 10 }],
  [['nulls'], { plays: '' }],
  [['nulls'], { plays: null }],
  [['references'], { item_id: 'z' }],
  [['key'], { item_id: 'x' }],
  [['order'], { timestamp: '2024-01-01T23:59:59.999Z' }],
])('finds %j', (names, change) => {
  expect(failing(change)).toEqual(names);
});

it('counts rows and misses columns', () => {
  const checker = new TableChecker(table, new Map(), new PersonalData());
  checker.row({ user_id: 'a', item_id: 'x', timestamp: '2024-01-01' });
  const failed = checker.finish().filter(({ status }) => status === 'fail');
  expect(failed.map(({ name }) => name)).toEqual(['plays: rows', 'plays: columns']);
});
