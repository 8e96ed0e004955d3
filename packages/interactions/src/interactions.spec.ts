import type { Row } from '@synth/core';
import { rowAt } from '@synth/core';
import { interactions } from './interactions';

const catalogue: Row[] = Array.from({ length: 60 }, (_, i) => ({
  song_id: `s${i}`,
  user_id: `c${i % 20}`,
  genre: ['rock', 'pop', 'jazz', ''][i % 4],
  days_since_creation: i % 30,
  popularity_score: 1 + (i % 9),
}));

const collect = (rows: Iterable<Row>): Row[] => [...rows];

describe('interactions', () => {
  it('takes its users from the creators, in order of appearance', () => {
    const data = interactions({ items: catalogue, seed: 1 });
    expect(collect(data.rows('users')).map((row) => row['user_id'])).toEqual(
      Array.from({ length: 20 }, (_, i) => `c${i}`),
    );
    expect(data.config).not.toHaveProperty('users');
  });

  it('gives the same rows when asked twice, in any batches, and for some users alone', () => {
    const data = interactions({ users: 9000, items: 300, maxUserInteractions: 6, seed: 'monday' });
    const all = collect(data.rows('interactions'));
    const again = interactions(data.config);
    for (const size of [1000, 100_000]) {
      const batches = [...again.batches('interactions', { rows: size })];
      expect(Math.max(...batches.map((batch) => batch.rows))).toBeLessThanOrEqual(size);
      const joined = batches.flatMap((batch) =>
        Array.from({ length: batch.rows }, (_, i) => rowAt(batch, i)),
      );
      expect(joined).toEqual(all);
    }
    const parts = [0, 1, 2, 3, 4, 5, 6].flatMap((part) =>
      collect(
        again.rows('interactions', {
          entities: [Math.floor((part * 9000) / 7), Math.floor(((part + 1) * 9000) / 7)],
        }),
      ),
    );
    expect(parts).toEqual(all);
    const alone = collect(again.rows('interactions', { entities: [4100, 4101] }));
    expect(alone).toEqual(all.filter((row) => row['user_id'] === 'u0004100'));
    expect(alone.length).toBeGreaterThan(2);
  });

  it('can be read in two places at once', () => {
    const data = interactions({ users: 400, items: 500, seed: 1 });
    const expected = collect(data.rows('interactions'));
    const seen: Row[] = [];
    for (const row of data.rows('interactions')) {
      if (seen.length % 97 === 0) data.truth.weight('u0000003', 'i0000005');
      if (seen.length % 500 === 0) data.rows('interactions').next();
      seen.push(row);
    }
    expect(seen).toEqual(expected);
  });

  it('keeps the order, the session rule and the moments of creation', () => {
    const data = interactions({ items: catalogue, seed: 5, days: 20 });
    const created = new Map(
      collect(data.rows('items')).map((row) => [row['item_id'], String(row['created_at'])]),
    );
    let before: Row | undefined;
    let sessions = 0;
    for (const row of data.rows('interactions')) {
      expect(String(row['timestamp']) >= created.get(row['item_id'])!).toBe(true);
      if (before !== undefined && before['user_id'] === row['user_id']) {
        const gap = Date.parse(String(row['timestamp'])) - Date.parse(String(before['timestamp']));
        expect(gap).toBeGreaterThanOrEqual(0);
        expect(gap === 1_800_000).toBe(false);
        expect(row['session_id'] === before['session_id']).toBe(gap < 1_800_000);
      }
      if (before?.['session_id'] !== row['session_id']) sessions++;
      before = row;
    }
    expect(sessions).toBeGreaterThan(20);
  });

  it('gives every user distinct items and the planted number of them', () => {
    const data = interactions({ preset: 'movielens-like', users: 60, items: 460, seed: 3 });
    const planted = new Map(
      collect(data.rows('truth_users')).map((row) => [row['user_id'], row['activity']]),
    );
    const items = new Map<unknown, Set<unknown>>();
    let rows = 0;
    for (const row of data.rows('interactions')) {
      items.set(row['user_id'], (items.get(row['user_id']) ?? new Set()).add(row['item_id']));
      rows++;
    }
    expect([...items.values()].reduce((sum, own) => sum + own.size, 0)).toBe(rows);
    for (const [user, own] of items) expect(own.size).toBe(planted.get(user));
  });

  it('leaves cold items alone and gives single-user items to one user', () => {
    const data = interactions({
      users: 300,
      items: 200,
      itemColdStartRate: 0.1,
      singleUserItemRate: 0.2,
      seed: 1,
    });
    const { indices, cols } = data.matrix();
    const counts = new Int32Array(cols);
    for (const item of indices) counts[item] = counts[item]! + 1;
    expect(counts.filter((count) => count === 0).length).toBe(20);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThanOrEqual(40);
    const single = [...counts.keys()].find(
      (item) =>
        counts[item] === 1 && data.truth.weight('u0000001', `i${String(item).padStart(7, '0')}`) === 0,
    )!;
    const id = `i${String(single).padStart(7, '0')}`;
    const owner = collect(data.rows('interactions')).find((row) => row['item_id'] === id)!['user_id'];
    expect(data.truth.inclusion(String(owner), id)).toBe(1);
  });

  it('rescales activity to an interaction rate, or says what can be had', () => {
    const data = interactions({ users: 4000, items: 400, interactionRate: 0.05, seed: 2 });
    const density = data.matrix().indices.length / (4000 * 400);
    expect(Math.abs(density - 0.05)).toBeLessThan(0.001);
    expect(() => interactions({ users: 10, items: 100, interactionRate: 0.9 })).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', field: 'interactionRate', allowed: '0.03 to 0.5' }),
    );
  });

  it.each([
    [{ items: 10, maxUserInteractions: 20 }, 'maxUserInteractions'],
    [{ items: 2 }, 'minUserInteractions'],
    [{ items: [{ id: 'a', created_at_ms: Date.parse('2030-01-01') }] }, 'minUserInteractions'],
  ])('refuses more interactions than items: %j', (options, field) => {
    expect(() => interactions(options as Parameters<typeof interactions>[0])).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', field }),
    );
  });

  it('draws first items with the weights that the truth tells', () => {
    const users = 40_000;
    const data = interactions({
      users,
      items: 12,
      genres: 3,
      minUserInteractions: 1,
      maxUserInteractions: 1,
      preset: 'reference',
      seed: 9,
    });
    // Without own items all users have the same tastes: the first draw is the only one.
    const counts = new Map<unknown, number>();
    for (const row of data.rows('interactions'))
      counts.set(row['item_id'], (counts.get(row['item_id']) ?? 0) + 1);
    let sum = 0;
    for (const { item_id: item } of data.rows('items')) {
      const p = data.truth.weight('u0000000', String(item));
      sum += p;
      expect(Math.abs((counts.get(item) ?? 0) / users - p)).toBeLessThan(
        5 * Math.sqrt((p * (1 - p)) / users),
      );
      expect(data.truth.inclusion('u0000000', String(item))).toBeCloseTo(p, 6);
    }
    expect(sum).toBeCloseTo(1, 12);
  });

  it('tells truth that averages to the tables', () => {
    const data = interactions({ preset: 'movielens-like', users: 20, items: 460, seed: 4 });
    const items = collect(data.rows('truth_items'));
    const [user] = data.rows('truth_users') as Iterable<Row>;
    const groups = [...new Set(collect(data.rows('items')).map((row) => row['genre']))];
    const id = String(user!['user_id']);
    const byGroup = new Map<unknown, number>();
    for (const item of items) {
      const weight = data.truth.weight(id, String(item['item_id']));
      byGroup.set(item['group'], (byGroup.get(item['group']) ?? 0) + weight);
      expect(data.truth.affinity(id, String(item['item_id']))).toBeCloseTo(
        weight / Number(item['weight']),
        8,
      );
    }
    const tastes = Object.keys(user!).filter((name) => name.startsWith('taste_'));
    expect(tastes.length).toBe(groups.length);
    expect([...byGroup.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    const planted = tastes.map((name) => Number(user![name])).sort();
    [...byGroup.values()].sort().forEach((share, i) => expect(share).toBeCloseTo(planted[i]!, 9));
  });

  it('names the nearest id', () => {
    const data = interactions({ users: 20, items: 50 });
    expect(() => data.truth.weight('u000001', 'i0000001')).toThrow(
      expect.objectContaining({
        code: 'ID_UNKNOWN',
        message: expect.stringMatching(/did you mean u000000?1/),
      }),
    );
  });
});

describe('training events as a table', () => {
  it('are those of events(), in any blocks', () => {
    const options = { users: 5000, items: 300, maxUserInteractions: 8, seed: 6 };
    const events = { from: 'impressions', perUser: 5 } as const;
    const data = interactions({ ...options, events });
    const rows = collect(data.rows('events'));
    expect(rows).toEqual([...data.events({ negatives: events })]);
    expect(collect(data.rows('events', { entities: [4500, 4600] }))).toEqual(
      rows.filter((row) => String(row['user_id']) >= 'u0004500' && String(row['user_id']) < 'u0004600'),
    );
    expect(rows.filter((row) => row['label'] === 0).length).toBe(5000 * 5);
    expect(collect(interactions(options).rows('interactions'))).toEqual(collect(data.rows('interactions')));
  });
});

describe('train, validation and test as tables', () => {
  const base = { users: 300, items: 200, seed: 8 };
  it.each([
    { by: 'random', test: 0.2, validation: 0.1 },
    { by: 'last-out', test: 1, validation: 1 },
    { by: 'time', test: 0.2, validation: 0.1 },
  ] as const)('by $by: add up to the interactions', (split) => {
    const data = interactions({ ...base, split });
    const all = collect(data.rows('interactions'));
    const [train, validation, test] = ['train', 'validation', 'test'].map((part) => collect(data.rows(part)));
    const key = (row: Row): string => JSON.stringify(row);
    expect([...train!, ...validation!, ...test!].map(key).sort()).toEqual(all.map(key).sort());
    expect(all).toEqual(collect(interactions(base).rows('interactions')));
    const latest = (rows: Row[]): string =>
      rows
        .map((row) => String(row['timestamp']))
        .sort()
        .at(-1)!;
    const earliest = (rows: Row[]): string => rows.map((row) => String(row['timestamp'])).sort()[0]!;
    if (split.by === 'time') {
      expect(latest(train!) < earliest(validation!)).toBe(true);
      expect(latest(validation!) < earliest(test!)).toBe(true);
    }
    if (split.by === 'last-out') expect(test!.length).toBe(300);
    else expect(Math.abs(test!.length / all.length - 0.2)).toBeLessThan(0.02);
  });

  it('are as many as the split asks for', () => {
    expect(interactions({ ...base, split: { by: 'last-out' } }).tables.map(({ name }) => name)).toEqual([
      'users',
      'items',
      'interactions',
      'train',
      'test',
      'truth_users',
      'truth_items',
    ]);
  });
});
