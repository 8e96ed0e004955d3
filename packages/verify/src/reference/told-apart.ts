import type { RocAuc, Seed } from '@synth/core';
import { defaultSeed, shuffle, streams } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { submatrix } from '@synth/interactions';
import { degreePreservingShuffle } from '@synth/interactions/evaluate';
import { withoutEmpty } from '../learnability/without-empty';
import { sampled } from './equal-size';
import { tasteFeatures, tasteVectors } from './taste-vectors';
import { twoSampleTest } from './two-sample';

/** Whether users of both can be told apart (P19), beside what is known to be alike and to be unlike. */
export interface ToldApart {
  /** Generated against reference. */
  readonly generated: RocAuc;
  /** One half of the users of the reference against the other, each by itself: about .5. */
  readonly halves: RocAuc;
  /** The reference against its degree-preserving shuffle: what the test can see. */
  readonly shuffled: RocAuc;
}

/** More users tell no more; the sets of bits of {@link tasteVectors} grow with users times items. */
const mostUsers = 4_000;

/**
 * The classifier two-sample test on the taste vectors of users: generated against reference, beside two halves of the
 * reference and the reference against its degree-preserving shuffle. Beyond 4,000 users a side, a seeded sample of them.
 *
 * @param generated without empty rows and columns; of as many users and items as the reference
 * @example
 * ```ts
 * import { matrixFromIndices } from '@synth/interactions';
 *
 * const cells = Array.from({ length: 600 }, (_, k) => ({ user: k % 60, item: (k * k + Math.floor(k / 7)) % 37 }));
 * const matrix = matrixFromIndices({
 *   rows: 60, cols: 37, userIndices: cells.map(({ user }) => user), itemIndices: cells.map(({ item }) => item),
 * });
 * toldApart(matrix, matrix).generated.auc < 0.6; // => true
 * ```
 */
export function toldApart(
  generated: InteractionMatrix,
  reference: InteractionMatrix,
  options: { readonly seed?: Seed } = {},
): ToldApart {
  const { seed = defaultSeed } = options;
  const cut = (matrix: InteractionMatrix, side: number): InteractionMatrix =>
    withoutEmpty(sampled(matrix, { users: mostUsers, seed, side }));
  const [ours, theirs] = [cut(generated, 0), cut(reference, 1)];
  const between = (a: InteractionMatrix, b: InteractionMatrix): RocAuc =>
    twoSampleTest(vectorsOf(a), vectorsOf(b), { seed });
  const [first, second] = userHalves(theirs, seed);
  return {
    generated: between(ours, theirs),
    halves: between(first, second),
    shuffled: between(degreePreservingShuffle(theirs, { seed }), theirs),
  };
}

const vectorsOf = (matrix: InteractionMatrix) => ({
  values: tasteVectors(matrix),
  width: tasteFeatures.length,
});

function userHalves(matrix: InteractionMatrix, seed: Seed): readonly [InteractionMatrix, InteractionMatrix] {
  const sides = shuffle(
    streams({ seed, dataset: 'verify' }).stream('half-users').at(0),
    Uint8Array.from({ length: matrix.rows }, (_, user) => user % 2),
  );
  const half = (side: number): InteractionMatrix =>
    withoutEmpty(submatrix(matrix, { users: (user) => sides[user] === side }));
  return [half(0), half(1)];
}
