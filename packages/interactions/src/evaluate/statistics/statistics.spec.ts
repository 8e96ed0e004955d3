import { exponential, streams } from '@synth/core';
import fc from 'fast-check';
import { matrixFromIndices } from '../../matrix/matrix-from-indices';
import { transpose } from '../../matrix/transpose';
import { degreePreservingShuffle } from '../shuffle/degree-preserving-shuffle';
import { burstiness, medianBurstiness } from './burstiness';
import { coOccurrence } from './co-occurrence';
import { diurnalPeak } from './diurnal-peak';
import { gini } from './gini';
import { headShare } from './head-share';
import { overlapCost, overlapDegrees } from './overlap-degrees';
import { powerLawFit } from './power-law-fit';
import { spectralRatio } from './spectral-ratio';

const rng = streams({ seed: 11, dataset: 'test' }).stream('statistics').at(0);
const counts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 });
const random = (rows: number, cols: number, entries: number) =>
  matrixFromIndices({
    rows,
    cols,
    userIndices: Array.from({ length: entries }, () => Math.floor(rng.nextF64() * rows)),
    itemIndices: Array.from({ length: entries }, () => Math.floor(rng.nextF64() ** 2 * cols)),
  });

describe('gini', () => {
  it('is in [0, 1), the same at another scale, 0 for equals', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), (values, scale) => {
        const value = gini(values);
        expect(value).toBeGreaterThanOrEqual(-1e-12);
        expect(value).toBeLessThan(1);
        expect(gini(values.map((one) => one * scale))).toBeCloseTo(value, 12);
        expect(gini(values.map(() => scale))).toBeCloseTo(0, 12);
      }),
    );
  });
});

describe('headShare', () => {
  it('grows with the head, from 0 to all', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const shares = [0, 0.1, 0.3, 0.6, 1].map((p) => headShare(values, p));
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect([shares[0], shares[4]]).toEqual([0, 1]);
      }),
    );
  });
});

describe('powerLawFit', () => {
  it('finds the exponent of a power law', () => {
    // x = round(xmin' u^(-1 / (alpha - 1))) with xmin' = .5: P(X > x) = ((x + .5) / .5)^(1 - alpha) from 1 on.
    const alpha = 1.8;
    const sample = Array.from({ length: 20_000 }, () =>
      Math.round(0.5 * Math.exp(-Math.log(1 - rng.nextF64()) / 0.8)),
    );
    const fit = powerLawFit(sample.filter((count) => count >= 1))!;
    expect(fit.ks).toBeLessThan(0.02);
    const inTail = 20_000 * 0.5 * fit.tailShare;
    expect(Math.abs(fit.alpha - alpha)).toBeLessThan((5 * (alpha - 1)) / Math.sqrt(inTail));
  });

  it('has nothing to say of too few or equal counts', () => {
    expect(powerLawFit([1, 2, 3])).toBeUndefined();
    expect(powerLawFit(new Array<number>(50).fill(3))).toBeUndefined();
  });
});

describe('overlapDegrees', () => {
  it.each([
    ['few', 12, 40],
    ['many of few entries', 100, 60],
    ['many of many entries', 100, 600],
  ])('counts the other rows that share a column: %s', (_, count, entries) => {
    const matrix = random(count, 15, entries);
    const rows = Array.from(
      { length: count },
      (_, r) => new Set(matrix.indices.subarray(matrix.indptr[r]!, matrix.indptr[r + 1]!)),
    );
    const expected = rows.map(
      (row, r) => rows.filter((other, o) => o !== r && [...row].some((column) => other.has(column))).length,
    );
    const transposed = transpose(matrix);
    expect(Array.from(overlapDegrees(matrix, transposed))).toEqual(expected);
    expect(Array.from(overlapDegrees(matrix, transposed, [7, 2, 7]))).toEqual(
      [7, 2, 7].map((row) => expected[row]),
    );
    expect(overlapCost(matrix)).toBe(rows.reduce((sum, row) => sum + row.size ** 2, 0));
  });
});

describe('coOccurrence', () => {
  it('estimates the share from a sample when all are too many', () => {
    const matrix = random(300, 1500, 6000);
    const exact = coOccurrence(matrix);
    expect(exact).toMatchObject({ error: 0 });
    const estimate = coOccurrence(matrix, { budget: overlapCost(matrix) / 5, seed: 2 });
    expect(estimate.sampled / exact.sampled).toBeCloseTo(0.2, 2);
    expect(estimate.error).toBeGreaterThan(0);
    expect(Math.abs(estimate.share - exact.share)).toBeLessThan(5 * estimate.error);
  });
});

describe('spectralRatio', () => {
  it('is about 1 without taste and well above with', () => {
    const plain = random(150, 120, 3000);
    expect(Math.abs(spectralRatio(plain).ratio - 1)).toBeLessThan(0.08);
    expect(spectralRatio(degreePreservingShuffle(plain, { seed: 9 })).ratio).toBeCloseTo(1, 1);
    const cells = Array.from({ length: 3000 }, (_, k) => k % 150);
    const groups = matrixFromIndices({
      rows: 150,
      cols: 120,
      userIndices: cells,
      itemIndices: cells.map((user) => (user % 3) * 40 + Math.floor(rng.nextF64() * 40)),
    });
    expect(spectralRatio(groups).ratio).toBeGreaterThan(1.25);
  });
});

describe('burstiness', () => {
  it('is about 0 for a Poisson process', () => {
    const gap = exponential({ rate: 1 });
    let time = 0;
    const times = Array.from({ length: 20_000 }, () => (time += gap.draw(rng)));
    // The standard deviation of an exponential sample has relative error 1 / sqrt(n): B moves by half of it.
    expect(Math.abs(burstiness(times))).toBeLessThan((5 * 0.5) / Math.sqrt(20_000));
  });

  it('takes the median over users with enough gaps', () => {
    const matrix = matrixFromIndices({
      rows: 4,
      cols: 4,
      userIndices: [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3],
      itemIndices: [0, 1, 2, 0, 1, 2, 0, 1, 0, 1, 2],
      timestamps: [20, 0, 10, 0, 1, 100, 0, 5, 7, 7, 7],
    });
    const bursty = burstiness([0, 1, 100]);
    expect(medianBurstiness(matrix)).toBeCloseTo((-1 + bursty) / 2, 12);
    expect(medianBurstiness(matrix, { minGaps: 3 })).toBeNaN();
  });
});

describe('diurnalPeak', () => {
  it('is 1 for a flat day and 24 for one busy hour, before 1970 too', () => {
    const hour = 3_600_000;
    expect(diurnalPeak(Array.from({ length: 48 }, (_, k) => k * hour))).toBe(1);
    expect(diurnalPeak([-1, -hour, 23 * hour])).toBe(24);
  });
});
