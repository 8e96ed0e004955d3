import { streams } from '@synth/core';
import fc from 'fast-check';
import { interactionsDataset } from '../dataset/dataset';
import { interactions } from '../interactions';
import type { NegativeOptions } from './event-options';
import { negativeSources } from './event-options';
import type { EventSource } from './event-source';
import type { EventRow } from './event-table';
import { eventTable } from './event-table';
import { expectedShares } from './expected-shares';
import { generatedSource } from './generated-source';

const sourceOf = (
  options: Parameters<typeof interactions>[0],
): { source: EventSource; data: ReturnType<typeof interactions> } => {
  const data = interactions(options);
  const keyed = streams({ seed: data.config.seed, dataset: interactionsDataset.name });
  const { model, histories } = interactionsDataset.prepare(data.config, data.inputs, keyed);
  return { source: generatedSource(model, histories), data };
};

const small = sourceOf({ users: 60, items: 80, seed: 'events' });
const rowsOf = (negatives: NegativeOptions, source = small.source): EventRow[] => [
  ...eventTable(source, { negatives }),
];
const byUser = <Row extends { user_id?: unknown }>(rows: Iterable<Row>): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(String(row.user_id), [...(groups.get(String(row.user_id)) ?? []), row]);
  return groups;
};

describe('eventTable', () => {
  it('has the positives of each user in order of time, then negatives that the user did not take, each once', () => {
    const taken = byUser(small.data.rows('interactions'));
    for (const from of negativeSources) {
      const events = byUser(rowsOf({ from, perUser: 12 }));
      expect([...events.keys()]).toEqual([...taken.keys()]);
      for (const [user, rows] of events) {
        const positives = taken.get(user)!.map((row) => row['item_id']);
        expect(rows.slice(0, positives.length).map((row) => [row.item_id, row.label])).toEqual(
          positives.map((item) => [item, 1]),
        );
        const negatives = rows.slice(positives.length);
        expect(negatives).toHaveLength(from === 'hard' ? 2 : 12);
        expect(negatives.every((row) => row.label === 0)).toBe(true);
        expect(new Set(rows.map((row) => row.item_id)).size).toBe(rows.length);
      }
    }
  });

  it('gives the same rows whatever the batches and parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 900 }), (cut, rows) => {
        const table = eventTable(small.source, { negatives: { perUser: 5 } });
        const text = (batches: Iterable<{ columns: Record<string, { values: unknown }>; rows: number }>) =>
          [...batches].flatMap(({ columns, rows: count }) =>
            Array.from({ length: count }, (_, row) => {
              const item = columns['item_id'] as { values: Int32Array };
              const label = columns['label'] as { values: Int32Array };
              return [item.values[row], label.values[row]].join();
            }),
          );
        const parts = [
          ...text(table.batches({ entities: [0, cut], rows })),
          ...text(table.batches({ entities: [cut, 60], rows })),
        ];
        expect(parts).toEqual(text(table.batches()));
      }),
      { numRuns: 20 },
    );
  });

  it('draws other negatives under another seed, and all that is left when there is little', () => {
    const items = (seed: string) => [...eventTable(small.source, { seed })].map((row) => row.item_id).join();
    expect(items('a')).not.toBe(items('b'));
    expect(items('a')).toBe(items('a'));
    for (const rows of byUser(rowsOf({ perUser: 500 })).values()) expect(rows).toHaveLength(80);
  });

  it('refuses options that do not fit', () => {
    const events = (negatives: object) => () => eventTable(small.source, { negatives });
    expect(events({ from: 'popular' })).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    expect(events({ topP: 0 })).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', field: 'topP' }));
    expect(events({ perUsr: 1 })).toThrow('did you mean perUser?');
    expect(events({ from: 'hard', embeddings: { width: 2, values: new Float32Array(7) } })).toThrow(
      expect.objectContaining({ code: 'EMBEDDINGS_SHAPE', value: 7 }),
    );
    const { nearness: _, ...bare } = small.source;
    expect(() => eventTable(bare, { negatives: { from: 'hard' } })).toThrow(
      expect.objectContaining({ code: 'EMBEDDINGS_MISSING' }),
    );
  });
});

/** A source of users who all took item 0 and for whom impressions come by fixed weights. */
const fixedSource = (weights: readonly number[], users: number): EventSource => ({
  users,
  userId: String,
  itemIds: weights.map((_, item) => `i${item}`),
  streams: streams({ seed: 1, dataset: 'test' }),
  of: () => ({ positives: Int32Array.of(0) }),
  shares: () => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return Float64Array.from(weights, (weight) => weight / total);
  },
});

describe('negatives', () => {
  const users = 8000;
  const counts = (rows: Iterable<EventRow>): Map<string, number> => {
    const found = new Map<string, number>();
    for (const row of rows) if (row.label === 0) found.set(row.item_id, (found.get(row.item_id) ?? 0) + 1);
    return found;
  };
  const expectShares = (found: Map<string, number>, shares: Record<string, number>) => {
    expect([...found.keys()].sort()).toEqual(Object.keys(shares).sort());
    for (const [item, share] of Object.entries(shares)) {
      const sd = Math.sqrt(users * share * (1 - share));
      expect(Math.abs(found.get(item)! - users * share)).toBeLessThan(5 * sd);
    }
  };
  const source = fixedSource([4, 1, 2, 3, 0], users);

  it('uniform: every item not taken alike, even one that nobody takes', () => {
    const found = counts(rowsOf({ from: 'uniform', perUser: 1 }, source));
    expectShares(found, { i1: 1 / 4, i2: 1 / 4, i3: 1 / 4, i4: 1 / 4 });
  });

  it('popularity: by share among those not taken, in sequence without replacement', () => {
    expectShares(counts(rowsOf({ from: 'popularity', perUser: 1 }, source)), {
      i1: 1 / 6,
      i2: 2 / 6,
      i3: 3 / 6,
    });
    // P(item 1 in two draws) = 1/6 + 2/6 x 1/4 + 3/6 x 1/3
    const two = counts(rowsOf({ from: 'popularity', perUser: 2 }, source));
    const expected = users * (1 / 6 + 1 / 12 + 1 / 6);
    expect(Math.abs(two.get('i1')! - expected)).toBeLessThan(5 * Math.sqrt(users / 4));
  });

  it('impressions: where nobody knows what was shown, by popularity', () => {
    const few = fixedSource([4, 1, 2, 3, 0], 200);
    expect(rowsOf({ from: 'impressions', perUser: 2 }, few)).toEqual(
      rowsOf({ from: 'popularity', perUser: 2 }, few),
    );
  });

  it('impressions of generated data come by the weights of the user', () => {
    const { source: one, data } = sourceOf({
      users: 2000,
      items: 12,
      minUserInteractions: 1,
      maxUserInteractions: 1,
    });
    const shown = rowsOf({ from: 'impressions', perUser: 1 }, one);
    // The chance of item i next, given the positive p: w_i / (1 - w_p). Summed over users, against the counts.
    const ids = one.itemIds;
    const expected = new Map(ids.map((id) => [id, { mean: 0, variance: 0 }]));
    for (const rows of byUser(shown).values()) {
      const { user_id: user, item_id: positive } = rows[0]!;
      const left = 1 - data.truth.weight(user, positive);
      for (const id of ids) {
        if (id === positive) continue;
        const chance = data.truth.weight(user, id) / left;
        expected.get(id)!.mean += chance;
        expected.get(id)!.variance += chance * (1 - chance);
      }
    }
    const found = counts(shown);
    for (const [id, { mean, variance }] of expected) {
      expect(Math.abs((found.get(id) ?? 0) - mean)).toBeLessThan(5 * Math.sqrt(variance));
    }
  });

  it('hard: the nearest of the impressions to the mean of the last items, by embeddings', () => {
    const values = Float32Array.from({ length: 80 * 3 }, (_, k) => Math.sin(k * 12.9898) * 2);
    const options = { perUser: 20, lastN: 3 } as const;
    const shown = byUser(rowsOf(options));
    const hard = byUser(rowsOf({ ...options, from: 'hard', topP: 0.25, embeddings: { width: 3, values } }));
    const vector = (id: string) =>
      Array.from(values.subarray(Number(id.slice(1)) * 3, Number(id.slice(1)) * 3 + 3));
    const norm = (v: number[]) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
    for (const [user, rows] of shown) {
      const last = rows.filter((row) => row.label === 1).slice(-3);
      const mean = [0, 1, 2].map((j) =>
        last.reduce((sum, row) => sum + vector(row.item_id)[j]! / last.length, 0),
      );
      const cosine = (id: string) =>
        vector(id).reduce((sum, x, j) => sum + x * mean[j]!, 0) / (norm(vector(id)) * norm(mean));
      const expected = rows
        .filter((row) => row.label === 0)
        .map((row) => row.item_id)
        .sort((a, b) => cosine(b) - cosine(a))
        .slice(0, 5);
      const got = hard.get(user)!.filter((row) => row.label === 0);
      expect(got.map((row) => row.item_id)).toEqual(expected);
    }
  });

  it('hard: by taste group without embeddings', () => {
    const genre = new Map([...small.data.rows('items')].map((row) => [row['item_id'], row['genre']]));
    const same = (from: NegativeOptions['from']) => {
      let hits = 0;
      let all = 0;
      for (const rows of byUser(rowsOf({ from: from!, lastN: 1, perUser: 20 })).values()) {
        const last = rows.filter((row) => row.label === 1).at(-1)!;
        for (const row of rows.filter((one) => one.label === 0)) {
          all++;
          if (genre.get(row.item_id) === genre.get(last.item_id)) hits++;
        }
      }
      return hits / all;
    };
    expect(same('hard')).toBeGreaterThan(2 * same('impressions'));
  });
});

describe('log q', () => {
  it('is null exactly for items that nobody ever takes, else six decimals of the logarithm', () => {
    const rows = rowsOf({ from: 'uniform', perUser: 3 }, fixedSource([4, 1, 2, 3, 0], 50));
    const expected: Record<string, number | null> = {
      i0: -0.916291,
      i1: -2.302585,
      i2: -1.609438,
      i3: -1.203973,
      i4: null,
    };
    for (const row of rows) expect(row.log_q).toBe(expected[row.item_id]);
    expect(new Set(rows.map((row) => row.item_id)).size).toBe(5);
  });

  it.each([
    ['light users', { users: 3000, items: 60, minUserInteractions: 1, maxUserInteractions: 6 }],
    ['heavy users', { users: 1000, items: 60, minUserInteractions: 10, maxUserInteractions: 55 }],
    ['mixed tastes', { users: 3000, items: 120, taste: { kind: 'mixture', mix: 0.8, concentration: 0.3 } }],
    [
      'single-user and cold items',
      { users: 2000, items: 100, singleUserItemRate: 0.1, itemColdStartRate: 0.1 },
    ],
  ] as const)('is the share that items have of the positives on average: %s', (_, options) => {
    const { source, data } = sourceOf(options);
    const shares = source.shares();
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    const matrix = data.matrix();
    const counts = new Float64Array(matrix.cols);
    for (const item of matrix.indices) counts[item]!++;
    shares.forEach((share, item) => {
      const expected = share * matrix.indices.length;
      if (share === 0) return expect(counts[item]).toBe(0);
      // Each user takes the item or not: variance at most the mean. Tastes of users beside those sampled: 3 %.
      return expect(Math.abs(counts[item]! - expected)).toBeLessThan(
        5 * Math.sqrt(expected) + 0.03 * expected,
      );
    });
  });

  it('agrees with the exact inclusion probabilities of the truth', () => {
    const { source, data } = sourceOf({ users: 12, items: 25, seed: 3 });
    const matrix = data.matrix();
    const exact = matrix.items.map((item) =>
      matrix.users.reduce((sum, user) => sum + data.truth.inclusion(user, item), 0),
    );
    const total = exact.reduce((sum, one) => sum + one, 0);
    source.shares().forEach((share, item) => expect(share / (exact[item]! / total)).toBeCloseTo(1, 1));
  });

  it('costs no more than a sample of users', () => {
    const { data } = sourceOf({ users: 30_000, items: 200 });
    const keyed = streams({ seed: data.config.seed, dataset: interactionsDataset.name });
    const { model, histories } = interactionsDataset.prepare(data.config, data.inputs, keyed);
    let asked = 0;
    const counted = {
      ...histories,
      intentOf: (user: number) => {
        asked++;
        return histories.intentOf(user);
      },
    };
    expectedShares(model, counted);
    expect(asked).toBe(4096);
  });
});
