import { interactions, matrixFromIndices, matrixFromPairs } from '@synth/interactions';
import type { InteractionMatrix, PresetName } from '@synth/interactions';
import { degreePreservingShuffle } from '@synth/interactions/evaluate';
import { withoutEmpty } from '../../learnability/without-empty';
import { coOccurrenceMap } from './co-occurrence-map';
import { configurationModel } from './configuration-model';
import { correspondence } from './correspondence';
import { itemCounts } from './item-counts';
import { itemMap } from './item-map';
import { longTail } from './long-tail';
import { modelBars } from './model-bars';
import { shownGroups } from './shown-groups';
import { sphericalKMeans } from './spherical-k-means';
import { tasteClusters } from './taste-clusters';
import { foundGroups, plantedGroups } from './taste-groups';
import { timeHeatMap } from './time-heat-map';
import { userActivity } from './user-activity';
import { userSample } from './user-sample';

const seed = 'data';

/** Two halves of users, each with its own half of the items but for one in ten. */
const halves = (): InteractionMatrix => {
  const pairs = Array.from({ length: 60 }, (_, user) =>
    Array.from({ length: 40 }, (_, item) => ({ user, item })).filter(({ item }) => {
      const own = user < 30 === item < 20;
      return (user * 7 + item * 11) % 10 < (own ? 6 : 1);
    }),
  ).flat();
  return matrixFromIndices({
    rows: 60,
    cols: 40,
    userIndices: pairs.map(({ user }) => user),
    itemIndices: pairs.map(({ item }) => item),
  });
};

/** A run of a preset, without the items that nobody has. */
const made = (preset: PresetName): InteractionMatrix => withoutEmpty(interactions({ preset, seed: 1 }).matrix());

const half = (size: number): Int32Array => Int32Array.from({ length: size }, (_, i) => (i < size / 2 ? 0 : 1));

describe('the long tail', () => {
  it('is every item by rank where there are few', () => {
    const { points, top10, items } = longTail(halves());
    expect([points[0]!.rank, points.at(-1)!.rank, items]).toEqual([1, 40, 40]);
    const counts = Array.from(itemCounts(halves())).sort((a, b) => b - a);
    expect(points.map(({ rank, users }) => [rank, users])).toEqual(points.map(({ rank }) => [rank, counts[rank - 1]]));
    expect(top10).toBeCloseTo(counts.slice(0, 4).reduce((a, b) => a + b) / counts.reduce((a, b) => a + b), 12);
  });

  it.each([
    ['movielens-like', 'lognormal'],
    ['music-streaming-like', 'power law'],
  ] as const)('of %s is fitted by a %s that runs through it', (preset, family) => {
    const { points, fit } = longTail(made(preset));
    expect(fit!.family).toBe(family);
    expect(points.length).toBeLessThanOrEqual(160);
    const middle = fit!.points[Math.floor(fit!.points.length / 2)]!;
    const measured = points.find(({ rank }) => rank === middle.rank)!;
    expect(Math.abs(Math.log(middle.users / measured.users))).toBeLessThan(0.7);
  });

  it('is not fitted where all items have the same number of users', () => {
    expect(longTail(matrixFromPairs([{ user_id: 'a', item_id: 'x' }])).fit).toBeNull();
  });
});

describe('activity', () => {
  it('puts every user into one bin', () => {
    const { bins, median, most } = userActivity(made('movielens-like'));
    expect(bins.reduce((sum, { users }) => sum + users, 0)).toBe(943);
    expect(bins.length).toBeLessThanOrEqual(24);
    expect(most).toBeGreaterThan(median);
  });

  it('has a law that expects as many users as there are', () => {
    const { bins, law } = userActivity(made('movielens-like'));
    const { curve } = law!;
    const area = curve
      .slice(1)
      .reduce(
        (sum, { items, perDoubling }, k) =>
          sum + ((perDoubling + curve[k]!.perDoubling) / 2) * Math.log2(items / curve[k]!.items),
        0,
      );
    expect(area / 943).toBeGreaterThan(0.85);
    expect(area / 943).toBeLessThan(1.02);
    expect(bins[0]!.users / Math.log2(bins[0]!.to / bins[0]!.from)).toBe(bins[0]!.perDoubling);
  });

  it('of equal users is one bin without a law', () => {
    const { bins, law } = userActivity(
      matrixFromPairs([
        { user_id: 'a', item_id: 'x' },
        { user_id: 'b', item_id: 'x' },
      ]),
    );
    expect([bins, law]).toEqual([[{ from: 0.5, to: 1.5, users: 2, perDoubling: 2 / Math.log2(3) }], null]);
  });
});

describe('times', () => {
  it('fall on their hour and weekday, before 1970 too', () => {
    const sunday = Date.UTC(2024, 0, 7, 23, 59);
    const thursday = Date.UTC(1970, 0, 1, 0, 0);
    const wednesday = Date.UTC(1969, 11, 31, 22, 0);
    const { hours, busiest } = timeHeatMap([sunday, sunday, thursday, wednesday]);
    expect(busiest).toEqual({ weekday: 6, hour: 23, ratio: 84 });
    expect(hours.filter(({ ratio }) => ratio > 0).map(({ weekday, hour }) => [weekday, hour])).toEqual([
      [2, 22],
      [3, 0],
      [6, 23],
    ]);
  });
});

describe('the configuration model', () => {
  it('expects of every user and item the count that it has', () => {
    const matrix = halves();
    const probability = configurationModel(matrix);
    for (const user of [0, 17, 59]) {
      const expected = Array.from({ length: 40 }, (_, item) => probability(user, item)).reduce((a, b) => a + b);
      expect(expected).toBeCloseTo(matrix.indptr[user + 1]! - matrix.indptr[user]!, 3);
    }
    const counts = itemCounts(matrix);
    for (const item of [0, 39]) {
      const expected = Array.from({ length: 60 }, (_, user) => probability(user, item)).reduce((a, b) => a + b);
      expect(expected).toBeCloseTo(counts[item]!, 3);
    }
  });
});

describe('correspondence analysis', () => {
  it('has two halves on the two sides of its first axis', () => {
    const { items, users, axes, inertia } = correspondence(halves(), { axes: 3, seed })!;
    const side = (values: Float64Array, at: number): number => Math.sign(values[at * axes]!);
    for (let item = 0; item < 40; item++) expect(side(items, item)).toBe(side(items, 0) * (item < 20 ? 1 : -1));
    for (let user = 0; user < 60; user++) expect(side(users, user)).toBe(side(items, 0) * (user < 30 ? 1 : -1));
    expect(inertia[0]!).toBeGreaterThan(2 * inertia[1]!);
    expect(inertia.reduce((a, b) => a + b)).toBeLessThan(1);
  });

  it('is centred and has variance 1 by the weights of the items', () => {
    const matrix = halves();
    const { items, axes } = correspondence(matrix, { axes: 2, seed })!;
    const counts = itemCounts(matrix);
    const weighted = (of: (place: number) => number): number =>
      counts.reduce((sum, count, item) => sum + count * of(items[item * axes]!), 0) / matrix.indices.length;
    expect(weighted((place) => place)).toBeCloseTo(0, 9);
    expect(weighted((place) => place * place)).toBeCloseTo(1, 9);
  });

  it('is not made of fewer than three items that users share', () => {
    expect(correspondence(matrixFromPairs([{ user_id: 'a', item_id: 'x' }]), { axes: 3, seed })).toBeUndefined();
  });
});

it('spherical k-means finds directions, whatever their lengths', () => {
  const places = Float64Array.of(1, 0, 9, 1, 0, 2, 0.1, 3, Number.NaN, Number.NaN, -1, -1);
  const { clusterOf } = sphericalKMeans(places, { axes: 2, clusters: 3, seed });
  expect(clusterOf[0]).toBe(clusterOf[1]);
  expect(clusterOf[2]).toBe(clusterOf[3]);
  expect(new Set([clusterOf[0], clusterOf[2], clusterOf[5]]).size).toBe(3);
  expect(clusterOf[4]).toBe(-1);
});

describe('groups', () => {
  it('that were found are the halves, for items and users', () => {
    const matrix = halves();
    const places = correspondence(matrix, { axes: 2, seed })!;
    const { ofItem, ofUser, names, kind } = foundGroups(matrix, places, seed);
    expect([kind, names[0]]).toEqual(['found', 'cluster 1']);
    const first = new Set(ofItem.subarray(0, 20));
    expect([...ofItem.subarray(20)].some((group) => first.has(group))).toBe(false);
    const users = new Set(ofUser.subarray(0, 30));
    expect([...ofUser.subarray(30)].some((group) => users.has(group))).toBe(false);
  });

  it('that were planted are favourites by lift, the group with most interactions first', () => {
    const matrix = halves();
    // The second group is everybody's first choice; the first half of the users likes the first group better than others do.
    const tastes = Float64Array.from({ length: 120 }, (_, at) => {
      const first = at < 60 ? 0.4 : 0.1;
      return at % 2 === 0 ? first : 1 - first;
    });
    const groups = plantedGroups(matrix, { tastes, groups: ['p', 'q'], groupOf: half(40), weights: new Float64Array(40) });
    expect(groups.names).toHaveLength(2);
    const p = groups.names.indexOf('p');
    expect([groups.ofUser[0], groups.ofUser[59]]).toEqual([p, 1 - p]);
    expect([groups.ofItem[0], groups.ofItem[39]]).toEqual([p, 1 - p]);
  });

  it('beyond eight are drawn as seven and the others', () => {
    const of = Int32Array.from({ length: 12 }, (_, at) => at - 1);
    const names = Array.from({ length: 11 }, (_, at) => `g${at}`);
    const shown = shownGroups({ kind: 'planted', names, ofItem: of, ofUser: of });
    expect(shown.names).toEqual(['g0', 'g1', 'g2', 'g3', 'g4', 'g5', 'g6', '4 others']);
    expect(Array.from(shown.ofItem)).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 7]);
  });
});

describe('taste clusters', () => {
  const groups = { kind: 'planted', names: ['p', 'q'], ofItem: half(40), ofUser: half(60) } as const;

  it('are near 2 for two halves, and near 1 on a shuffled copy', () => {
    expect(tasteClusters(halves(), groups)!.own).toBeGreaterThan(1.6);
    expect(tasteClusters(degreePreservingShuffle(halves(), { seed }), groups)!.own).toBeCloseTo(1, 1);
  });

  it('are shares by the shares of everybody', () => {
    const matrix = halves();
    const { cells } = tasteClusters(matrix, groups)!;
    const own = matrix.indices.subarray(0, matrix.indptr[30]).filter((item) => item < 20).length;
    const everybody = matrix.indices.filter((item) => item < 20).length / matrix.indices.length;
    expect(cells[0]!.share).toBe(own / matrix.indptr[30]!);
    expect(cells[0]!.lift).toBeCloseTo(own / matrix.indptr[30]! / everybody, 12);
  });
});

describe('co-occurrence', () => {
  it('counts the common users of popular items, by group', () => {
    const matrix = halves();
    const map = coOccurrenceMap(matrix, { kind: 'found', names: ['p', 'q'], ofItem: half(40), ofUser: half(60) })!;
    expect(map.items).toHaveLength(36);
    expect(map.within).toBeGreaterThan(1.3);
    expect(map.between).toBeLessThan(0.7);
    const { a, b, users } = map.cells[0]!;
    const has = (user: number, id: string): boolean =>
      matrix.indices.subarray(matrix.indptr[user]!, matrix.indptr[user + 1]!).includes(matrix.itemIndex(id));
    const common = [...matrix.users.keys()].filter(
      (user) => has(user, map.items[a]!.id) && has(user, map.items[b]!.id),
    );
    expect(users).toBe(common.length);
  });

  it('of a copy without tastes is as chance gives', () => {
    const copy = degreePreservingShuffle(halves(), { seed });
    const { cells } = coOccurrenceMap(copy, undefined)!;
    expect(cells.reduce((sum, { lift }) => sum + lift, 0) / cells.length).toBeCloseTo(1, 1);
  });
});

it('the item map has at most 900 items, the same for the same seed', () => {
  const matrix = made('movielens-like');
  const places = correspondence(matrix, { axes: 2, seed })!;
  const { items, of } = itemMap(matrix, places, undefined, seed);
  expect(items).toHaveLength(900);
  expect(of).toBeGreaterThan(900);
  expect(itemMap(matrix, places, undefined, seed).items).toEqual(items);
  expect(items[0]!.users).toBeGreaterThanOrEqual(items[1]!.users);
});

it('a sample of users is all of small data and whole rows of large data', () => {
  const small = halves();
  expect(userSample(small, seed)).toBe(small);
  const large = interactions({ users: 10_000, items: 500, maxUserInteractions: 60, minUserInteractions: 40, seed: 1 }).matrix();
  const sample = userSample(large, seed);
  expect(sample.indices.length).toBeGreaterThanOrEqual(300_000);
  expect(sample.indices.length).toBeLessThan(300_100);
  const user = large.userIndex(sample.users[5]!);
  expect(sample.indptr[6]! - sample.indptr[5]!).toBe(large.indptr[user + 1]! - large.indptr[user]!);
});

it('bars are the models of the random holdout, best first, the oracle apart', () => {
  const score = { error: 0.01, recall: 0.1, coverage: 0.5, shuffled: null };
  const scores = [
    { name: 'TopPop', ndcg: 0.1, ...score },
    { name: 'ItemKNN', ndcg: 0.2, ...score },
    { name: 'EASE', ...score, ndcg: null },
    { name: 'Oracle', ndcg: 0.3, ...score },
  ];
  const bars = modelBars([{ name: 'random', users: 9, scores }])!;
  expect(bars.bars.map(({ name }) => name)).toEqual(['ItemKNN', 'TopPop']);
  expect([bars.oracle, bars.users]).toEqual([0.3, 9]);
  expect(modelBars([])).toBeUndefined();
});
