import { sampleLines } from './sample-lines';

it('shows rows under the names of their columns, cutting what is long', () => {
  expect(
    sampleLines([
      { user_id: 'u1', title: 'a title that goes on and on and on', tags: ['x'] },
      { user_id: 'u10', title: null, tags: [] },
    ]),
  ).toEqual([
    '  user_id  title                       tags',
    '  u1       a title that goes on and …  ["x"]',
    '  u10                                  []',
  ]);
  expect(sampleLines([])).toEqual([]);
});
