import { streams } from '@synth/core';
import fc from 'fast-check';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import { matrixFromIndices } from '../matrix/matrix-from-indices';
import { cfViability } from './cf-viability';

const matrixOf = (rows: number, cols: number, pairs: readonly (readonly [user: number, item: number])[]) =>
  matrixFromIndices({
    rows,
    cols,
    userIndices: pairs.map(([user]) => user),
    itemIndices: pairs.map(([, item]) => item),
  });

/** Every figure from the dense matrix, by its definition. */
const plain = (matrix: InteractionMatrix) => {
  const x = Array.from({ length: matrix.rows }, (_, user) => {
    const row = new Array<number>(matrix.cols).fill(0);
    for (let k = matrix.indptr[user]!; k < matrix.indptr[user + 1]!; k++) row[matrix.indices[k]!] = 1;
    return row;
  });
  const items = Array.from({ length: matrix.cols }, (_, item) => x.map((row) => row[item]!));
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  const size = (a: number[]) => dot(a, a);
  const atLeast = (n: number) => items.filter((item) => size(item) >= n).length / matrix.cols;
  const pairs = x.flatMap((row, u) => x.slice(u + 1).map((other) => dot(row, other)));
  return {
    itemsWithUsers: { '1+': atLeast(1), '2+': atLeast(2), '3+': atLeast(3), '5+': atLeast(5) },
    usersSharingAnItem:
      x.filter((row, u) => x.some((other, o) => o !== u && dot(row, other) > 0)).length / matrix.rows,
    meanSharedItems: pairs.reduce((sum, one) => sum + one, 0) / pairs.length,
    density:
      items.flatMap((a) => items.map((b) => (dot(a, b) > 0 ? 1 : 0) as number)).reduce((s, v) => s + v, 0) /
      matrix.cols ** 2,
  };
};

describe('cfViability', () => {
  it('counts as the definitions say', () => {
    const matrices = fc
      .array(fc.tuple(fc.nat(6), fc.nat(8)), { minLength: 1, maxLength: 40 })
      .map((pairs) => matrixOf(7, 9, pairs));
    fc.assert(
      fc.property(matrices, (matrix) => {
        const expected = plain(matrix);
        const found = cfViability(matrix);
        expect(found.itemsWithUsers).toEqual(expected.itemsWithUsers);
        expect(found.usersSharingAnItem).toBe(expected.usersSharingAnItem);
        expect(found.meanSharedItems).toBeCloseTo(expected.meanSharedItems, 12);
        expect(found.itemCosineDensity).toEqual({
          share: expect.closeTo(expected.density, 12),
          low: expect.closeTo(expected.density, 12),
          high: expect.closeTo(expected.density, 12),
          exact: true,
        });
      }),
    );
  });

  it('recognises a permutation matrix, shuffled and with empty rows and columns', () => {
    const found = cfViability(
      matrixOf(5, 6, [
        [0, 3],
        [1, 0],
        [2, 5],
        [4, 1],
      ]),
    );
    expect(found).toMatchObject({ structure: 'permutation', verdict: 'impossible', usersSharingAnItem: 0 });
    expect(found.itemCosineDensity.share).toBeCloseTo(4 / 36, 12);
  });

  it('recognises ownership: items of one user each', () => {
    expect(
      cfViability(
        matrixOf(2, 3, [
          [0, 0],
          [0, 2],
          [1, 1],
        ]),
      ),
    ).toMatchObject({
      structure: 'disjoint',
      verdict: 'impossible',
    });
  });

  it('says what is thin', () => {
    // Twenty users of whom two share an item, each with one or two items.
    const pairs = Array.from({ length: 20 }, (_, user) => [user, user] as const);
    const { verdict, reasons } = cfViability(matrixOf(20, 20, [...pairs, [0, 1]]));
    expect(verdict).toBe('thin');
    expect(reasons[0]).toBe('10 % of users share an item.');
    expect(reasons[1]).toBe('5 % of items have 2 or more users.');
  });

  it('has nothing to go on without interactions', () => {
    expect(cfViability(matrixOf(3, 3, []))).toMatchObject({
      verdict: 'impossible',
      reasons: ['There are no interactions.'],
      itemCosineDensity: { share: 0, exact: true },
    });
  });

  it('estimates the density on large data, with an interval that holds it', () => {
    const rng = streams({ seed: 4, dataset: 'test' }).stream('viability').at(0);
    const pairs = Array.from(
      { length: 8000 },
      () => [Math.floor(rng.nextF64() * 400), Math.floor(rng.nextF64() ** 2 * 2000)] as const,
    );
    const matrix = matrixOf(400, 2000, pairs);
    const exact = cfViability(matrix);
    expect(exact).toMatchObject({
      verdict: 'viable',
      structure: 'shared',
      itemCosineDensity: { exact: true },
    });
    let held = 0;
    for (let seed = 0; seed < 60; seed++) {
      const {
        share,
        low,
        high,
        exact: whole,
      } = cfViability(matrix, { seed, budget: 20_000 }).itemCosineDensity;
      expect(whole).toBe(false);
      expect(low).toBeLessThan(share);
      if (low <= exact.itemCosineDensity.share && exact.itemCosineDensity.share <= high) held++;
    }
    // Binomial(60, .95): mean 57, sd 1.7.
    expect(held).toBeGreaterThanOrEqual(49);
  });
});
