import type { Seed } from '@synth/core';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import { split } from '../splits/split';

/** What is learnt from, and what is to be found again. Same rows and columns. */
export interface HeldOut {
  readonly train: InteractionMatrix;
  readonly test: InteractionMatrix;
}

/** A protocol: how to hold out part of a matrix. */
export type Holdout = (matrix: InteractionMatrix, options: { readonly seed: Seed }) => HeldOut;

/**
 * A random share of each user's items.
 *
 * @param options.share in (0, 1). Default .2
 * @param options.minInteractions users with fewer are not held out from. Default 5
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 1, cols: 5, userIndices: [0, 0, 0, 0, 0], itemIndices: [0, 1, 2, 3, 4] });
 * randomHoldout({ share: 0.4 })(matrix, { seed: 1 }).test.indices.length; // => 2
 * ```
 */
export function randomHoldout(
  options: { readonly share?: number; readonly minInteractions?: number } = {},
): Holdout {
  const { share = 0.2, minInteractions = 5 } = options;
  return (matrix, { seed }) => split(matrix, { by: 'random', test: share, minInteractions, seed });
}

/**
 * The last items of each user, by time.
 *
 * @param options.count items a user. Default 1
 * @param options.minInteractions users with fewer are not held out from. Default 2
 * @example
 * ```ts
 * const matrix = matrixFromIndices({
 *   rows: 1, cols: 3, userIndices: [0, 0, 0], itemIndices: [0, 1, 2], timestamps: [10, 30, 20],
 * });
 * Array.from(lastOutHoldout()(matrix, { seed: 1 }).test.indices); // => [1]
 * ```
 */
export function lastOutHoldout(
  options: { readonly count?: number; readonly minInteractions?: number } = {},
): Holdout {
  const { count = 1, minInteractions = 2 } = options;
  return (matrix, { seed }) => split(matrix, { by: 'last-out', test: count, minInteractions, seed });
}

/**
 * The latest interactions of all.
 *
 * @param options.share in (0, 1). Default .2
 * @example
 * ```ts
 * const matrix = matrixFromIndices({
 *   rows: 2, cols: 2, userIndices: [0, 0, 1, 1], itemIndices: [0, 1, 0, 1], timestamps: [10, 20, 30, 40],
 * });
 * Array.from(timeHoldout({ share: 0.5 })(matrix, { seed: 1 }).train.indices); // => [0, 1]
 * ```
 */
export function timeHoldout(options: { readonly share?: number } = {}): Holdout {
  const { share = 0.2 } = options;
  return (matrix, { seed }) => split(matrix, { by: 'time', test: share, seed });
}
