import { streams } from '@synth/core';
import { matrixFromIndices } from '../matrix/matrix-from-indices';
import { evaluate } from './evaluate';
import { lastOutHoldout, randomHoldout, timeHoldout } from './holdouts';
import { liftOverPopularity } from './lift-over-popularity';
import { itemKnn } from './recommenders/item-knn';
import type { Recommender } from './recommenders/recommender';
import { topPop } from './recommenders/top-pop';
import { userKnn } from './recommenders/user-knn';

/** Users of `groups` tastes take `each` items, nearly all from their own group. */
const community = (users: number, items: number, groups: number, each: number, loyalty: number) => {
  const stream = streams({ seed: 5, dataset: 'test' }).stream('community');
  const userIndices: number[] = [];
  const itemIndices: number[] = [];
  const timestamps: number[] = [];
  for (let user = 0; user < users; user++) {
    const rng = stream.at(user);
    for (let k = 0; k < each; k++) {
      // Quadratic: low positions of a group are popular.
      const at = Math.floor(rng.nextF64() ** 2 * (items / groups));
      const group = rng.nextF64() < loyalty ? user % groups : Math.floor(rng.nextF64() * groups);
      userIndices.push(user);
      itemIndices.push(at * groups + group);
      timestamps.push(Math.floor(rng.nextF64() * 1e6));
    }
  }
  return matrixFromIndices({ rows: users, cols: items, userIndices, itemIndices, timestamps });
};
const matrix = community(200, 120, 4, 15, 0.9);

describe('evaluate', () => {
  it('is the same for the same seed and another for another', () => {
    const run = (seed: number) => evaluate({ matrix, seed });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('scores one who knows the answers with 1 and a stranger about as chance', () => {
    const oracle: Recommender = {
      name: 'oracle',
      fit(train) {
        const taken = (user: number) =>
          matrix.indices.subarray(matrix.indptr[user]!, matrix.indptr[user + 1]!).filter((item) => {
            const row = train.indices.subarray(train.indptr[user]!, train.indptr[user + 1]!);
            return !row.includes(item);
          });
        return { train, scores: (_, out) => out, recommend: (user, n) => taken(user).slice(0, n) };
      },
    };
    const dull: Recommender = {
      name: 'dull',
      fit: (train, options) => topPop().fit({ ...train, indices: new Int32Array(0) }, options),
    };
    const { scores, users } = evaluate({ matrix, recommenders: [oracle, dull] });
    expect(users).toBe(200);
    expect(scores[0]).toMatchObject({ name: 'oracle', ndcg: 1, recall: 1, ndcgError: 0 });
    expect(scores[1]!.ndcg).toBeLessThan(0.1);
  });

  it('finds taste where there is some, by every protocol', () => {
    for (const holdout of [randomHoldout(), lastOutHoldout(), timeHoldout()]) {
      const { scores } = evaluate({ matrix, holdout, recommenders: [topPop(), itemKnn(), userKnn()] });
      const [pop, item, user] = scores.map(({ ndcg }) => ndcg);
      expect(item! / pop!).toBeGreaterThan(1.3);
      expect(user! / pop!).toBeGreaterThan(1.3);
    }
  });

  it('covers all items when lists are as long as the catalogue', () => {
    const { scores, items } = evaluate({ matrix, k: 120 });
    expect(items).toBe(120);
    for (const { coverage, recall } of scores) expect([coverage, recall]).toEqual([1, 1]);
  });

  it('leaves users and items without interactions out', () => {
    const wide = matrixFromIndices({
      rows: 300,
      cols: 500,
      userIndices: Array.from({ length: 200 }, (_, user) => new Array<number>(6).fill(user)).flat(),
      itemIndices: Array.from({ length: 1200 }, (_, k) => (k * 7) % 100),
    });
    expect(evaluate({ matrix: wide })).toMatchObject({ users: 200, items: 100 });
  });

  it('judges by a sample of users', () => {
    const all = evaluate({ matrix });
    const some = evaluate({ matrix, maxUsers: 80 });
    expect(some.users).toBe(80);
    const [a, b] = [all.scores[1]!, some.scores[1]!];
    expect(Math.abs(a.ndcg - b.ndcg)).toBeLessThan(5 * b.ndcgError);
    expect(b.ndcgError / a.ndcgError).toBeGreaterThan(1.2);
  });
});

describe('liftOverPopularity', () => {
  it('is above 1 with taste, and below on the shuffle', () => {
    const { lift, nullLift, ratio } = liftOverPopularity(matrix);
    expect(lift).toBeGreaterThan(1.3);
    expect(nullLift).toBeLessThan(1.05);
    expect(ratio).toBeCloseTo(nullLift / lift, 15);
  });

  it('is about the null lift without taste', () => {
    const { lift, nullLift } = liftOverPopularity(community(200, 120, 4, 15, 0));
    expect(lift).toBeLessThan(1.05);
    expect(Math.abs(lift - nullLift)).toBeLessThan(0.25);
  });
});
