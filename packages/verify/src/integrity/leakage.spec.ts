import type { Row } from '@synth/core';
import type { SplitKind } from './leakage';
import { Leakage } from './leakage';

const row = (user: string, item: string, day: number): Row => ({
  user_id: user,
  item_id: item,
  timestamp: `2024-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
});

const train = [row('ann', 'x', 1), row('ann', 'y', 4), row('bob', 'x', 5)];
const validation = [row('ann', 'z', 6)];

function statuses(kind: SplitKind, held: readonly Row[], test: readonly Row[] = []) {
  const leakage = new Leakage(kind);
  train.forEach((one, at) => leakage.add('train', one, `in train, row ${at + 1}`));
  held.forEach((one, at) => leakage.add('validation', one, `in validation, row ${at + 1}`));
  test.forEach((one, at) => leakage.add('test', one, `in test, row ${at + 1}`));
  return Object.fromEntries(
    leakage.finish().map(({ name, status }) => [name.replace('split: ', ''), status]),
  );
}

it('passes parts that share nothing and follow each other', () => {
  const good = { pairs: 'pass', rows: 'pass', time: 'pass' };
  expect(statuses('time', validation)).toEqual(good);
  expect(statuses('last-out', validation, [row('ann', 'w', 9), row('bob', 'w', 5)])).toEqual(good);
});

it('finds a pair in two parts', () => {
  expect(statuses('time', [row('ann', 'x', 6)])).toEqual({ pairs: 'fail', rows: 'pass', time: 'pass' });
  expect(statuses('random', [row('ann', 'z', 2)], [row('ann', 'z', 3)])).toMatchObject({ pairs: 'fail' });
});

it('finds a row in two parts, in whatever order its columns are', () => {
  const { timestamp, item_id, user_id } = train[0]!;
  expect(statuses('random', [{ timestamp, item_id, user_id }])).toEqual({
    pairs: 'fail',
    rows: 'fail',
    time: 'skip',
  });
  expect(
    statuses('random', [
      { score: 0.5, timestamp },
      { score: 0.5, timestamp },
    ])['rows'],
  ).toBe('pass');
});

it('finds what is held out before the last row of training, of all or of a user', () => {
  // Day 4.5 is before the last row of bob, and after the last of ann.
  const early = { ...row('ann', 'z', 4), timestamp: '2024-01-04T12:00:00Z' };
  expect(statuses('time', [early])['time']).toBe('fail');
  expect(statuses('last-out', [early])['time']).toBe('pass');
  expect(statuses('last-out', [row('bob', 'z', 4)])['time']).toBe('fail');
  expect(statuses('time', [row('ann', 'z', 8)], [row('ann', 'w', 7)])['time']).toBe('fail');
});

it('says where', () => {
  const leakage = new Leakage('time');
  leakage.add('train', row('ann', 'x', 3), 'in train, row 1');
  leakage.add('validation', row('ann', 'x', 2), 'in validation, row 1');
  const details = leakage.finish().map(({ detail }) => detail);
  expect(details[0]).toBe('1 pairs are in two parts; the first in validation, row 1, also in train');
  expect(details[2]).toContain('in validation, row 1');
});

it('says that there are no times', () => {
  const leakage = new Leakage('time');
  leakage.add('train', { user_id: 'a', item_id: 'b' }, '');
  expect(leakage.finish()[2]).toMatchObject({ status: 'skip' });
});
