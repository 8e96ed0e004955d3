import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logisticRegression, rocAuc } from '@synth/core';
import { matrixFromIndices } from '@synth/interactions';
import {
  contingencySimilarity,
  correlationSimilarity,
  featureTables,
  kendallTau,
  ksComplement,
  tasteVectors,
  tvComplement,
} from '../src/index';

interface Two {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

interface TwoPairs {
  readonly a: readonly [number[], number[]];
  readonly b: readonly [number[], number[]];
  readonly score: number;
}

type Columns = Readonly<Record<string, readonly (number | null)[]>>;

/** What reference/comparison.py found. */
interface References {
  readonly ks: readonly (Two & { readonly score: number })[];
  readonly tv: readonly (Two & { readonly score: number })[];
  readonly correlation: readonly TwoPairs[];
  readonly contingency: readonly TwoPairs[];
  readonly kendall: readonly (Two & { readonly tau: number })[];
  readonly auc: readonly {
    readonly scores: readonly number[];
    readonly labels: readonly number[];
    readonly auc: number;
    readonly error: number;
  }[];
  readonly logistic: readonly {
    readonly values: readonly number[];
    readonly labels: readonly number[];
    readonly lambda: number;
    readonly weights: readonly number[];
    readonly intercept: number;
  }[];
  readonly matrices: readonly {
    readonly users: readonly number[];
    readonly items: readonly number[];
    readonly times: readonly number[];
    readonly vectors: readonly number[];
    readonly features: Readonly<Record<'users' | 'items' | 'pairs', Columns>>;
  }[];
}

const references = JSON.parse(
  readFileSync(join(__dirname, 'reference', 'comparison.json'), 'utf8'),
) as References;

const pair = ([first, second]: readonly [number[], number[]]) => ({ first, second });

it('KS complement is that of scipy', () => {
  for (const { a, b, score } of references.ks) expect(ksComplement(a, b)).toBeCloseTo(score, 12);
});

it('TV complement is that of numpy', () => {
  for (const { a, b, score } of references.tv) expect(tvComplement(a, b)).toBeCloseTo(score, 12);
});

it('correlation similarity is that of scipy', () => {
  for (const { a, b, score } of references.correlation)
    expect(correlationSimilarity(pair(a), pair(b))).toBeCloseTo(score, 12);
});

it('contingency similarity is that of numpy', () => {
  for (const { a, b, score } of references.contingency)
    expect(contingencySimilarity(pair(a), pair(b))).toBeCloseTo(score, 12);
});

it('tau-b is that of scipy, with ties and without', () => {
  for (const { a, b, tau } of references.kendall) expect(kendallTau(a, b)).toBeCloseTo(tau, 12);
});

it('the area under the curve is that of scikit-learn, its error the definition of DeLong', () => {
  for (const { scores, labels, auc, error } of references.auc) {
    const found = rocAuc(scores, labels);
    expect(found.auc).toBeCloseTo(auc, 12);
    expect(found.error).toBeCloseTo(error, 12);
  }
});

it('logistic regression has the minimum of scikit-learn', () => {
  for (const { values, labels, lambda, weights, intercept } of references.logistic) {
    const model = logisticRegression({ values: Float64Array.from(values), width: 3, labels }, lambda);
    expect(model.intercept).toBeCloseTo(intercept, 4);
    weights.forEach((weight, j) => expect(model.weights[j]).toBeCloseTo(weight, 4));
    expect(model.score([1, 2, 3])).toBeCloseTo(
      intercept + weights[0]! + 2 * weights[1]! + 3 * weights[2]!,
      3,
    );
  }
});

describe.each([0, 1])('on matrix %i', (at) => {
  const { users, items, times, vectors, features } = references.matrices[at]!;
  const matrix = matrixFromIndices({
    rows: Math.max(...users) + 1,
    cols: Math.max(...items) + 1,
    userIndices: users,
    itemIndices: items,
    timestamps: times,
  });

  it('taste vectors are those of a dense computation', () => {
    const found = tasteVectors(matrix);
    expect(found.length).toBe(vectors.length);
    vectors.forEach((value, k) => expect(found[k]).toBeCloseTo(value, 9));
  });

  it('every feature is that of a dense computation', () => {
    const tables = featureTables(matrix);
    expect(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)])).toEqual(
      Object.entries(features).map(([name, columns]) => [name, Object.keys(columns)]),
    );
    for (const { name, columns } of tables) {
      for (const { name: column, values } of columns) {
        features[name][column]!.forEach((value, row) => {
          if (value === null) expect(values[row]).toBeNaN();
          else expect(values[row]).toBeCloseTo(value, 9);
        });
      }
    }
  });
});

it('nothing to compare is no number, and a column that never changes goes with none', () => {
  expect(ksComplement([], [1])).toBeNaN();
  expect(ksComplement([Number.NaN], [1])).toBeNaN();
  expect(tvComplement([-1], [0])).toBeNaN();
  const flat = { first: [1, 1, 1], second: [1, 2, 3] };
  expect(correlationSimilarity(flat, { first: [1, 2, 3], second: [1, 2, 3] })).toBe(0.5);
  expect(kendallTau([1, 1], [1, 2])).toBe(0);
});
