import type { RocAuc, Seed } from '@synth/core';
import { defaultSeed, logisticRegression, rocAuc, shuffle, streams } from '@synth/core';

/** Rows of numbers, `width` a row. */
export interface Vectors {
  readonly values: Float64Array;
  readonly width: number;
}

const folds = 5;

/**
 * Classifier two-sample test (Lopez-Paz and Oquab, ICLR 2017): how well a classifier tells rows of one sample from rows
 * of the other. A logistic regression on each number and its square, standardised by the training rows;
 * five folds, each with a fifth of both samples, in seeded order; the area under the ROC curve of all rows by the models
 * that had not seen them. .5: cannot be told apart; 1: always.
 *
 * The ridge penalty is the number of training rows: no use is made of directions in which rows hardly vary, where two
 * samples of one law differ too, by the little that each was estimated from.
 *
 * @param a five rows or more, as many as `b` to be easily read
 * @example
 * ```ts
 * const near = Float64Array.from({ length: 40 }, (_, row) => row % 7);
 * const far = near.map((value) => value + 100);
 * twoSampleTest({ values: near, width: 1 }, { values: far, width: 1 }).auc; // => 1
 * ```
 */
export function twoSampleTest(a: Vectors, b: Vectors, options: { readonly seed?: Seed } = {}): RocAuc {
  const { seed = defaultSeed } = options;
  const { width } = a;
  const stream = streams({ seed, dataset: 'verify' }).stream('two-sample-folds');
  const foldOf = [a, b].flatMap(({ values }, sample) => {
    const rows = values.length / width;
    return Array.from(
      shuffle(
        stream.at(sample),
        Int32Array.from({ length: rows }, (_, row) => row % folds),
      ),
    );
  });
  const rows = [a, b].flatMap(({ values }) =>
    Array.from({ length: values.length / width }, (_, row) =>
      values.subarray(row * width, (row + 1) * width),
    ),
  );
  const labels = rows.map((_, row) => (row < a.values.length / width ? 1 : 0));
  const scores = new Float64Array(rows.length);
  for (let fold = 0; fold < folds; fold++) {
    const training = rows.filter((_, row) => foldOf[row] !== fold);
    const { expand, size } = expansion(training, width);
    const values = new Float64Array(training.length * size);
    training.forEach((row, at) => values.set(expand(row), at * size));
    const model = logisticRegression(
      { values, width: size, labels: labels.filter((_, row) => foldOf[row] !== fold) },
      training.length,
    );
    rows.forEach((row, at) => {
      if (foldOf[at] === fold) scores[at] = model.score(expand(row));
    });
  }
  return rocAuc(scores, labels);
}

/** Numbers and their squares, both standardised over the rows given. */
function expansion(
  rows: readonly Float64Array[],
  width: number,
): { readonly size: number; readonly expand: (row: Float64Array) => Float64Array } {
  const first = standardised(rows, width);
  const squares = standardised(
    rows.map((row) => first(row).map((value) => value * value)),
    width,
  );
  return {
    size: 2 * width,
    expand: (row) => {
      const own = first(row);
      const out = new Float64Array(2 * width);
      out.set(own);
      out.set(squares(own.map((value) => value * value)), width);
      return out;
    },
  };
}

function standardised(rows: readonly Float64Array[], width: number): (row: Float64Array) => Float64Array {
  const mean = new Float64Array(width);
  const sd = new Float64Array(width);
  for (const row of rows) row.forEach((value, j) => (mean[j]! += value / rows.length));
  for (const row of rows) {
    row.forEach((value, j) => (sd[j]! += ((value - mean[j]!) * (value - mean[j]!)) / rows.length));
  }
  const scale = sd.map((variance) => (variance > 0 ? 1 / Math.sqrt(variance) : 0));
  return (row) => row.map((value, j) => (value - mean[j]!) * scale[j]!);
}
