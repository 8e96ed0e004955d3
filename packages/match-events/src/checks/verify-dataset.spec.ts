import type { Row } from '@synth/core';
import { matchEvents } from '../match-events';
import { buildDataset } from '../training/build-dataset';
import { verifyDataset } from './verify-dataset';

let train: readonly Row[];
let val: readonly Row[];

beforeAll(async () => {
  const events = matchEvents({ users: 300, groups: 30, count: 300, ids: true, seed: 'checks' }).events();
  const lines = [...events].map((event, i) => ({ line: i + 1, text: JSON.stringify(event) }));
  const set = await buildDataset([{ name: 'events.jsonl', lines }], { features: 'full', keys: true });
  [train, val] = [[...set.rows('train')], [...set.rows('val')]];
});

const failed = (a: readonly Row[], b: readonly Row[], disjoint?: 'persons' | 'pairs') =>
  verifyDataset(a, b, disjoint === undefined ? {} : { disjoint })
    .checks.filter(({ passed }) => !passed)
    .map(({ name, detail }) => `${name}: ${detail}`)
    .join('\n');

type Change = (row: Row, i: number) => Row;

describe('verifyDataset', () => {
  it('passes a training set as it was built, as values and as texts', () => {
    expect(failed(train, val)).toBe('');
    const texts = (rows: readonly Row[]) =>
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
      );
    expect(failed(texts(train), texts(val))).toBe('');
  });

  it.each<[string, Change]>([
    ['no personal data: contact holds e-mail', (row, i) => ({ ...row, contact: `p${i}@example.org` })],
    ['no personal data: seekerId tells persons', (row, i) => ({ ...row, seekerId: i })],
    ['no constant column: steady has one value', (row) => ({ ...row, steady: 0.5 })],
    [
      'no leaking feature: nextWeek alone ranks labels',
      (row, i) => ({ ...row, nextWeek: (Number(row['label']) + (i % 10) / 20) / 2 }),
    ],
    [
      'no leaking feature: answeredAt holds times after the event',
      (row) => ({ ...row, answeredAt: Number(row['timestamp']) + 5 }),
    ],
    ['no leaking feature: reply alone', (row) => ({ ...row, reply: row['label'] === 1 ? 0.3 : '' })],
    ['features in 0..1: ageScore in 300', (row) => ({ ...row, ageScore: 1.01 + Number(row['ageScore']) })],
    ['both labels: train has no label 1', (row) => ({ ...row, label: 0 })],
    ['both match types: train has no matchType user_group', (row) => ({ ...row, matchType: 'user_user' })],
  ])('finds what is planted: %s', (found, change) => {
    expect(failed(train.map(change), val.map(change))).toContain(found);
  });

  it('finds a person, and a pair, in both files', () => {
    const shared = val.map((row) => ({
      ...row,
      seekerKey: train[0]!['seekerKey'],
      targetKey: train[0]!['targetKey'],
    }));
    expect(failed(train, shared, 'persons')).toContain('persons apart: ');
    expect(
      failed(
        train,
        shared.map((row) => ({ ...row, matchType: train[0]!['matchType'] })),
        'pairs',
      ),
    ).toContain('pairs apart: 1 of 1');
    const nameless = (rows: readonly Row[]) =>
      rows.map(({ seekerKey: _seeker, targetKey: _target, ...row }) => row);
    expect(failed(nameless(train), nameless(val), 'persons')).toContain('build with --keys');
  });

  it('finds rows out of time, rows that are there twice, and missing columns', () => {
    expect(failed(val, train)).toContain('time split: 240 validation rows');
    expect(failed([...train, train[0]!], val)).toContain('no duplicates: 1 rows stand twice');
    expect(failed(train, [...val, train[0]!])).toContain('no duplicates: 1 rows stand in both');
    expect(
      failed(
        train.map(({ preset: _preset, ...row }) => row),
        val,
      ),
    ).toContain('columns: train lacks preset');
  });
});
