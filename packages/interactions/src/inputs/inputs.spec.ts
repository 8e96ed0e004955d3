import type { InputTable, Row } from '@synth/core';
import { configSchema } from '../config/schema';
import { itemTable } from './items';
import { userTable } from './users';

const table = (rows: Row[], lines?: number[]): InputTable => ({
  rows,
  source: 'songs.csv',
  ...(lines === undefined ? {} : { lines }),
});
const read = (rows: Row[], options: object = {}) =>
  itemTable(
    table(
      rows,
      rows.map((_, i) => i + 2),
    ),
    configSchema.parse(options),
  );

describe('itemTable', () => {
  it('knows the usual names, keeps ids as they are and passes other columns through', () => {
    const items = read([
      {
        song_id: '007',
        user_id: 'ann',
        genre: '',
        days_since_creation: '3',
        popularity_score: '1.5',
        title: 'x',
      },
      {
        song_id: ' 8 ',
        user_id: 'bob',
        genre: 'rock',
        days_since_creation: '',
        popularity_score: '2',
        title: '',
      },
    ]);
    expect(items.ids).toEqual(['007', ' 8 ']);
    expect(items.creators).toEqual(['ann', 'bob']);
    expect(items.genres).toEqual(['unknown', 'rock']);
    expect(Array.from(items.ageDays!)).toEqual([3, Number.NaN]);
    expect(Array.from(items.scores!)).toEqual([1.5, 2]);
    expect(items.passing).toEqual([{ name: 'title', values: ['x', undefined] }]);
  });

  it('takes names from the caller', () => {
    const items = read([{ name: 'a', plays: 3, kind: 'z' }], {
      itemColumns: { id: 'name', score: 'plays', genre: 'kind' },
    });
    expect(items.ids).toEqual(['a']);
    expect(items.genres).toEqual(['z']);
    expect(Array.from(items.scores!)).toEqual([3]);
  });

  it('turns moments of creation into days before the end of the window', () => {
    const items = read([{ id: 'a', created_at_ms: Date.parse('2024-01-31T00:00:00Z') }], { days: 31 });
    expect(Array.from(items.ageDays!)).toEqual([1]);
  });

  it.each([
    [
      'a missing id column',
      [{ name: 'a', plays: 1 }],
      {},
      'INPUT_COLUMN_MISSING',
      /found: name, plays\)\. Say --item-id NAME/,
    ],
    [
      'an unknown genre column',
      [{ id: 'a', genre: 'x' }],
      { itemColumns: { genre: 'gnre' } },
      'INPUT_COLUMN_MISSING',
      /did you mean genre\?/,
    ],
    [
      'a duplicate id',
      [{ id: 'a' }, { id: 'b' }, { id: 'a' }],
      {},
      'INPUT_DUPLICATE',
      /songs\.csv, line 4: id a stands already in line 2/,
    ],
    ['a blank id', [{ id: '' }], {}, 'INPUT_VALUE', /songs\.csv, line 2: id is empty/],
    [
      'a negative score',
      [{ id: 'a', popularity_score: '-1' }],
      {},
      'INPUT_VALUE',
      /line 2: popularity_score is -1, not a number of 0 or more/,
    ],
    [
      'a score that is no number',
      [{ id: 'a', popularity_score: 'NaN' }],
      {},
      'INPUT_VALUE',
      /popularity_score is NaN/,
    ],
    ['an empty score', [{ id: 'a', popularity_score: '' }], {}, 'INPUT_VALUE', /popularity_score is empty/],
    [
      'an infinite age',
      [{ id: 'a', days_since_creation: 'Infinity' }],
      {},
      'INPUT_VALUE',
      /days_since_creation is Infinity/,
    ],
    ['no rows', [], {}, 'INPUT_EMPTY', /songs\.csv has no rows/],
  ])('refuses %s', (_, rows, options, code, message) => {
    expect(() => read(rows, options)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message), allowed: expect.any(String) }),
    );
  });
});

describe('userTable', () => {
  it('reads ids and passes other columns through', () => {
    expect(userTable(table([{ user_id: 'u1', age: 3 }]))).toEqual({
      ids: ['u1'],
      passing: [{ name: 'age', values: ['3'] }],
    });
  });

  it('refuses a table without ids', () => {
    expect(() => userTable(table([{ age: 3 }]))).toThrow(
      expect.objectContaining({ code: 'INPUT_COLUMN_MISSING' }),
    );
  });
});
