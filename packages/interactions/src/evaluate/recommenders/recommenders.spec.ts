import fc from 'fast-check';
import type { InteractionMatrix } from '../../matrix/interaction-matrix';
import { matrixFromIndices } from '../../matrix/matrix-from-indices';
import { itemKnn } from './item-knn';
import type { Recommender } from './recommender';
import { tieOrder } from './recommender';
import { topPop } from './top-pop';
import { userKnn } from './user-knn';

const rows = 8;
const cols = 12;
const matrices = fc
  .array(fc.tuple(fc.nat(rows - 1), fc.nat(cols - 1)), { minLength: 5, maxLength: 60 })
  .map((pairs) =>
    matrixFromIndices({
      rows,
      cols,
      userIndices: pairs.map(([user]) => user),
      itemIndices: pairs.map(([, item]) => item),
    }),
  );

const dense = (matrix: InteractionMatrix): number[][] =>
  Array.from({ length: matrix.rows }, (_, user) => {
    const row = new Array<number>(matrix.cols).fill(0);
    for (let k = matrix.indptr[user]!; k < matrix.indptr[user + 1]!; k++) row[matrix.indices[k]!] = 1;
    return row;
  });

/** All similarities of the rows of x, the k largest a row kept, by the definition. */
const topSimilarities = (x: number[][], ties: Int32Array, k: number, shrink: number): number[][] => {
  const norms = x.map((row) => Math.sqrt(row.reduce((sum, value) => sum + value, 0)));
  return x.map((row, i) => {
    const all = x.map((other, j) => {
      const shared = row.reduce((sum, value, c) => sum + value * other[c]!, 0);
      return i === j || shared === 0 ? 0 : shared / (norms[i]! * norms[j]! + shrink);
    });
    const order = all.map((_, j) => j).sort((a, b) => all[b]! - all[a]! || ties[a]! - ties[b]!);
    const kept = new Set(order.slice(0, k));
    return all.map((value, j) => (kept.has(j) ? value : 0));
  });
};

const ranking = (scores: readonly number[], ties: Int32Array, taken: readonly number[]): number[] =>
  scores
    .map((_, item) => item)
    .filter((item) => taken[item] === 0)
    .sort((a, b) => scores[b]! - scores[a]! || ties[a]! - ties[b]!);

const recommendations = (
  recommender: Recommender,
  matrix: InteractionMatrix,
  n: number,
  seed: string,
): number[][] => {
  const model = recommender.fit(matrix, { seed });
  return Array.from({ length: matrix.rows }, (_, user) => Array.from(model.recommend(user, n)));
};

describe('itemKnn', () => {
  it('ranks as the dense definition does', () => {
    fc.assert(
      fc.property(
        matrices,
        fc.integer({ min: 1, max: 14 }),
        fc.constantFrom(0, 10),
        fc.string(),
        (matrix, k, shrink, seed) => {
          const x = dense(matrix);
          const ties = tieOrder(cols, seed);
          const columns = Array.from({ length: cols }, (_, item) => x.map((row) => row[item]!));
          const similar = topSimilarities(columns, ties, k, shrink);
          const expected = x.map((row) => {
            const scores = similar.map((near) => near.reduce((sum, value, j) => sum + value * row[j]!, 0));
            return ranking(scores, ties, row).slice(0, 5);
          });
          expect(recommendations(itemKnn({ k, shrink }), matrix, 5, seed)).toEqual(expected);
        },
      ),
    );
  });
});

describe('userKnn', () => {
  it('ranks as the dense definition does', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 10 }), fc.string(), (matrix, k, seed) => {
        const x = dense(matrix);
        const similar = topSimilarities(x, tieOrder(rows, seed), k, 10);
        const model = userKnn({ k }).fit(matrix, { seed });
        x.forEach((_, user) => {
          const expected = Array.from({ length: cols }, (_, item) =>
            similar[user]!.reduce((sum, value, v) => sum + value * x[v]![item]!, 0),
          );
          const scores = model.scores(user, new Float64Array(cols));
          expected.forEach((score, item) => expect(scores[item]).toBeCloseTo(score, 12));
        });
      }),
    );
  });
});

describe('topPop', () => {
  it('ranks by count, without the items of the user', () => {
    fc.assert(
      fc.property(matrices, fc.string(), (matrix, seed) => {
        const x = dense(matrix);
        const counts = Array.from({ length: cols }, (_, item) => x.reduce((sum, row) => sum + row[item]!, 0));
        const expected = x.map((row) => ranking(counts, tieOrder(cols, seed), row).slice(0, 4));
        expect(recommendations(topPop(), matrix, 4, seed)).toEqual(expected);
      }),
    );
  });

  it('orders ties by the seed, not by id', () => {
    const matrix = matrixFromIndices({ rows: 1, cols: 40, userIndices: [], itemIndices: [] });
    const [a, b] = ['a', 'b'].map((seed) => recommendations(topPop(), matrix, 40, seed)[0]!);
    expect(a).not.toEqual(b);
    expect([...a!].sort((x, y) => x - y)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(a).not.toEqual([...a!].sort((x, y) => x - y));
  });
});
