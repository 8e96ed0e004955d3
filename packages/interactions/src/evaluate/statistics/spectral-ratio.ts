import { defaultSeed } from '@synth/core';
import { columnCounts } from '../../matrix/counts';
import type { InteractionMatrix } from '../../matrix/interaction-matrix';
import { submatrix } from '../../matrix/submatrix';
import type { ShuffleOptions } from '../shuffle/degree-preserving-shuffle';
import { degreePreservingShuffle } from '../shuffle/degree-preserving-shuffle';
import type { SingularValueOptions } from './truncated-svd';
import { singularValues } from './singular-values';

/** What to measure the spectrum of. */
export interface SpectralRatioOptions extends ShuffleOptions, SingularValueOptions {
  /** Items with fewer users are left out. @defaultValue 5 */
  readonly minItemUsers?: number;
}

/** The energy of taste in a matrix beside that of its shuffled copy. */
export interface SpectralRatio {
  /** `energy` by `nullEnergy`: about 1 without taste. */
  readonly ratio: number;
  /** Sum of the squares of the singular values 2 to 20; the first is popularity and activity. */
  readonly energy: number;
  /** The same on the degree-preserving shuffle. */
  readonly nullEnergy: number;
}

/**
 * How much more the interactions vary along a few directions than a shuffled copy with the same counts does: the sum
 * of the squares of the singular values 2 to 20 of the binary matrix, by the same of the copy (T08).
 *
 * @example
 * ```ts
 * const userIndices = Array.from({ length: 600 }, (_, k) => k % 60);
 * const itemIndices = userIndices.map((user, k) => (user % 2) * 20 + ((user * 7 + Math.floor(k / 60) * 3) % 20));
 * spectralRatio(matrixFromIndices({ rows: 60, cols: 40, userIndices, itemIndices })).ratio > 1; // => true
 * ```
 */
export function spectralRatio(matrix: InteractionMatrix, options: SpectralRatioOptions = {}): SpectralRatio {
  const { seed = defaultSeed, minItemUsers = 5 } = options;
  const counts = columnCounts(matrix);
  const part = submatrix(matrix, { items: (item) => counts[item]! >= minItemUsers });
  const energyOf = (of: InteractionMatrix) =>
    singularValues(of, 20, options)
      .subarray(1)
      .reduce((sum, value) => sum + value * value, 0);
  const energy = energyOf(part);
  const nullEnergy = energyOf(degreePreservingShuffle(part, { ...options, seed }));
  return { ratio: energy / nullEnergy, energy, nullEnergy };
}
