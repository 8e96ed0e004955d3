import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matrixFromIndices } from '@synth/interactions';
import type { Recommender } from '@synth/interactions/evaluate';
import { evaluate, itemKnn, truncatedSvd } from '@synth/interactions/evaluate';
import { ease, ials } from '../src/index';
import { adjustedRandIndex, purity } from '../src/learnability/partition-agreement';
import { ratingFigures } from '../src/realism/rating-figures';
import { repeatPlays } from '../src/realism/repeat-plays';
import { sessionFigures } from '../src/realism/sessions';

const reference = JSON.parse(readFileSync(join(__dirname, 'reference/measures.json'), 'utf8')) as {
  partitions: { clusters: number[]; classes: number[]; adjustedRandIndex: number; purity: number }[];
  models: {
    rows: number;
    cols: number;
    userIndices: number[];
    itemIndices: number[];
    singularValuesScaled: number[];
    firstTwoSides: number[][][];
    itemKnn: number[][];
    ease: number[][];
    ials: number[][];
  };
  ranking: {
    k: number;
    items: number;
    lists: number[][];
    wanted: number[][];
    ndcg: number;
    ndcgError: number;
    recall: number;
    coverage: number;
  };
  ratings: { users: number[]; items: number[]; values: number[] } & Record<string, unknown>;
  sessions: { times: number[][]; sessionLength: number; oneEventSessions: number };
  plays: { plays: number[][]; playsSigma: number; topItemShare: number; topFiveShare: number };
};

/** One user a list, as many items as it is long. */
function matrixOf(lists: readonly (readonly number[])[], timestamps: boolean) {
  return matrixFromIndices({
    rows: lists.length,
    cols: Math.max(...lists.map(({ length }) => length)),
    userIndices: lists.flatMap((list, user) => list.map(() => user)),
    itemIndices: lists.flatMap((list) => list.map((_, item) => item)),
    ...(timestamps ? { timestamps: lists.flat() } : {}),
  });
}

const close = (values: object): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, expect.closeTo(value as number, 10)]),
  );

describe('scikit-learn agrees on', () => {
  it('the adjusted Rand index, and numpy on purity', () => {
    for (const { clusters, classes, ...expected } of reference.partitions) {
      expect({
        adjustedRandIndex: adjustedRandIndex(clusters, classes),
        purity: purity(clusters, classes),
      }).toEqual(close(expected));
    }
  });

  it('NDCG, and numpy on its error, recall and coverage', () => {
    const { k, items, lists, wanted, ...expected } = reference.ranking;
    const test = matrixFromIndices({
      rows: lists.length,
      cols: items,
      userIndices: wanted.flatMap((list, user) => list.map(() => user)),
      itemIndices: wanted.flat(),
    });
    // Each user has learnt from one more item, which is not to be found again.
    const train = matrixFromIndices({
      rows: lists.length,
      cols: items + 1,
      userIndices: lists.map((_, user) => user),
      itemIndices: lists.map(() => items),
    });
    const fixed: Recommender = {
      name: 'fixed',
      fit: () => ({ train, scores: (_, out) => out, recommend: (user) => Int32Array.from(lists[user]!) }),
    };
    const [score] = evaluate({
      matrix: test,
      recommenders: [fixed],
      holdout: () => ({ train, test }),
      k,
    }).scores;
    expect(score).toEqual({
      name: 'fixed',
      ...close({ ...expected, coverage: (expected.coverage * items) / (items + 1) }),
    });
  });
});

describe('numpy agrees on', () => {
  const { rows, cols, userIndices, itemIndices, ...expected } = reference.models;
  const matrix = matrixFromIndices({ rows, cols, userIndices, itemIndices });
  const inverseRoots = (side: readonly number[], size: number): Float64Array => {
    const counts = new Float64Array(size);
    for (const at of side) counts[at]!++;
    return counts.map((count) => 1 / Math.sqrt(count));
  };

  it('singular values and vectors of the scaled matrix, whichever side is longer', () => {
    const rowScale = inverseRoots(userIndices, rows);
    const columnScale = inverseRoots(itemIndices, cols);
    const upright = truncatedSvd(matrix, 5, { rowScale, columnScale, tolerance: 1e-14 });
    const turned = truncatedSvd(
      matrixFromIndices({ rows: cols, cols: rows, userIndices: itemIndices, itemIndices: userIndices }),
      5,
      { rowScale: columnScale, columnScale: rowScale, tolerance: 1e-14 },
    );
    const [left, right] = expected.firstTwoSides as [number[][], number[][]];
    for (const { values, sides } of [
      { values: upright.values, sides: [upright.left, upright.right] as const },
      { values: turned.values, sides: [turned.right, turned.left] as const },
    ]) {
      expected.singularValuesScaled.forEach((value, j) => expect(values[j]).toBeCloseTo(value, 9));
      [left, right].forEach((table, side) =>
        table.forEach((row, at) =>
          row.forEach((value, j) => expect(Math.abs(sides[side]![at * 5 + j]!)).toBeCloseTo(value, 6)),
        ),
      );
    }
  });

  it.each<[string, Recommender, number[][]]>([
    ['ItemKNN', itemKnn({ k: 5, shrink: 2.5 }), expected.itemKnn],
    ['EASE', ease({ lambda: 4 }), expected.ease],
    ['iALS at its optimum', ials({ factors: 2, alpha: 3, lambda: 1.5, sweeps: 3000 }), expected.ials],
  ])('the scores and rankings of %s', (_, recommender, dense) => {
    const model = recommender.fit(matrix, { seed: 'reference' });
    for (let user = 0; user < rows; user++) {
      const scores = model.scores(user, new Float64Array(cols));
      const taken = matrix.indices.subarray(matrix.indptr[user]!, matrix.indptr[user + 1]!);
      const open = Array.from({ length: cols }, (_item, item) => item).filter(
        (item) => !taken.includes(item),
      );
      for (const item of open) expect(scores[item]).toBeCloseTo(dense[user]![item]!, 8);
      const ranked = model.recommend(user, cols);
      const inOrder = Array.from(ranked, (item) => dense[user]![item]!);
      inOrder.forEach((score, at) => {
        if (at > 0) expect(score).toBeLessThanOrEqual(inOrder[at - 1]! + 1e-9);
      });
      expect([...ranked].sort((a, b) => a - b)).toEqual(open);
    }
  });

  it('ratings', () => {
    const { users, items, values, ...figures } = reference.ratings;
    expect(ratingFigures({ users, items, values })).toEqual(close(figures));
  });

  it('sessions', () => {
    const { times, ...figures } = reference.sessions;
    expect(sessionFigures(matrixOf(times, true))).toEqual(close(figures));
  });

  it('plays', () => {
    const { plays, ...figures } = reference.plays;
    expect(repeatPlays(matrixOf(plays, false), Float32Array.from(plays.flat()))).toEqual(close(figures));
  });
});
