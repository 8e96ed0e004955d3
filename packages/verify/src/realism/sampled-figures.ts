import type { Seed } from '@synth/core';
import { shuffle, streams } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { submatrix } from '@synth/interactions';
import { gini, headShare, itemSupport, lognormalFit, powerLawFit } from '@synth/interactions/evaluate';
import type { Sampled } from '../source/interaction-collector';
import { withoutEmpty } from '../learnability/without-empty';

/** The figures of items, from how many rows each has in all: exact where the matrix holds a sample of users. */
export function itemFigures(itemRows: Float64Array, matrix: InteractionMatrix): Record<string, number> {
  const counts = itemRows.filter((rows) => rows > 0);
  const powerLaw = powerLawFit(counts);
  return {
    density: matrix.indices.length / (matrix.rows * counts.length),
    itemGini: gini(counts),
    top1: headShare(counts, 0.01),
    top10: headShare(counts, 0.1),
    atLeast2: itemSupport(counts, 2),
    atLeast3: itemSupport(counts, 3),
    lognormalSigma: lognormalFit(counts).sigma,
    powerLawAlpha: powerLaw?.alpha ?? Number.NaN,
    powerLawKs: powerLaw?.ks ?? Number.NaN,
    powerLawTail: powerLaw?.tailShare ?? Number.NaN,
  };
}

/**
 * Standard errors of the figures of a sample of users; the figures of items alone are exact, and have none.
 *
 * @param figuresOf what is measured beside the figures of items
 */
export function sampleErrors(
  matrix: InteractionMatrix,
  figuresOf: (part: InteractionMatrix) => Readonly<Record<string, number>>,
  { itemRows }: Sampled,
  options: { readonly seed: Seed },
): Record<string, number> {
  const exact = itemFigures(itemRows, matrix);
  const items = itemRows.filter((rows) => rows > 0).length;
  const density = (part: InteractionMatrix): number => part.indices.length / (part.rows * items);
  const errors = groupErrors(matrix, (part) => ({ ...figuresOf(part), density: density(part) }), options);
  return Object.fromEntries(
    Object.entries(errors).filter(([name]) => name === 'density' || !(name in exact)),
  );
}

/** Groups of users whose figures tell how far those of their sample would move. */
const groupCount = 8;

/**
 * Standard errors of the figures of a sample of users, by random groups (Wolter, Introduction to Variance Estimation,
 * chapter 2): the variance of the mean of the figures of eight groups. NaN where a group has no such figure.
 *
 * @param figuresOf what is measured
 */
export function groupErrors(
  matrix: InteractionMatrix,
  figuresOf: (part: InteractionMatrix) => Readonly<Record<string, number>>,
  options: { readonly seed: Seed },
): Record<string, number> {
  const rng = streams({ seed: options.seed, dataset: 'verify' }).stream('groups').at(0);
  const groupOf = Int32Array.from({ length: matrix.rows }, (_, user) => user % groupCount);
  shuffle(rng, groupOf);
  const all = Array.from({ length: groupCount }, (_, group) =>
    figuresOf(withoutEmpty(submatrix(matrix, { users: (user) => groupOf[user] === group }))),
  );
  return Object.fromEntries(
    Object.keys(all[0]!).map((name) => {
      const values = all.map((figures) => figures[name] ?? Number.NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / groupCount;
      const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
      return [name, Math.sqrt(squares / (groupCount * (groupCount - 1)))];
    }),
  );
}
