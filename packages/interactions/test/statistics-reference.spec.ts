import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibration } from '../src/evaluate/statistics/calibration';
import { shiftedLognormalFit } from '../src/evaluate/statistics/shifted-lognormal-fit';
import { singularValues } from '../src/evaluate/statistics/singular-values';
import { matrixFromIndices } from '../src/matrix/matrix-from-indices';

interface ReferenceCase {
  rows: number;
  cols: number;
  userIndices: number[];
  itemIndices: number[];
  timestamps: number[];
  expected: Record<string, number> & {
    lognormal: object;
    powerLaw: object;
    userActivity: Record<'s' | 'loc' | 'scale', number>;
    singularValues: number[];
  };
}

const reference = JSON.parse(readFileSync(join(__dirname, 'reference/statistics.json'), 'utf8')) as {
  cases: Record<string, ReferenceCase>;
  shiftedLognormal: { counts: number[]; fit: Record<'s' | 'loc' | 'scale', number> }[];
};

const close = (value: unknown): unknown =>
  typeof value === 'number'
    ? expect.closeTo(value, 11)
    : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, close(inner)]));

// Nelder-Mead, which scipy uses, stops at about four digits.
const fitted = ({ s, loc, scale }: Record<'s' | 'loc' | 'scale', number>) => ({
  s: expect.closeTo(s, 3),
  loc: expect.closeTo(loc, 2),
  scale: expect.closeTo(scale, 2),
});

describe.each(Object.entries(reference.cases))('numpy and scipy agree on the %s matrix', (_, one) => {
  const matrix = matrixFromIndices(one);

  it('calibration', () => {
    const {
      lognormal,
      powerLaw,
      userActivity,
      singularValues: _s,
      cosineDensity: _c,
      ...numbers
    } = one.expected;
    expect(calibration(matrix)).toEqual({
      ...(close(numbers) as object),
      itemLognormal: close(lognormal),
      itemPowerLaw: close(powerLaw),
      userActivity: fitted(userActivity),
      spectralRatio: expect.any(Number),
    });
  });

  it('singular values', () => {
    const values = singularValues(matrix, 20, { tolerance: 1e-12 });
    one.expected.singularValues.forEach((value, i) => expect(values[i]).toBeCloseTo(value, 6));
    const energy = (list: ArrayLike<number>) =>
      Array.from(list).reduce((sum, value) => sum + value * value, 0);
    const whole = energy(one.expected.singularValues);
    expect(energy(singularValues(matrix, 20)) / whole).toBeCloseTo(1, 5);
    // Few directions are near already.
    expect(energy(singularValues(matrix, 20, { tolerance: 0, maxDirections: 64 })) / whole).toBeCloseTo(1, 3);
  });
});

describe('scipy agrees on', () => {
  it('the shifted lognormal fit', () => {
    for (const { counts, fit } of reference.shiftedLognormal)
      expect(shiftedLognormalFit(counts)).toEqual(fitted(fit));
  });
});
