import type { InteractionMatrix } from '@synth/interactions';
import type { Check } from '../integrity/check';
import type { Ratings } from '../realism/rating-figures';
import type { TableFindings } from '../tables/table-findings';
import type { Sampled } from './interaction-collector';

/** What a generator planted, as far as the truth tables of a run tell. */
export interface PlantedTruth {
  /** Share of taste of each user (row) for each group (column), by rows. */
  readonly tastes: Float64Array;
  readonly groups: readonly string[];
  /** Of each item: the index of its group. */
  readonly groupOf: Int32Array;
  /** Of each item: the probability to be drawn first by a user without tastes. */
  readonly weights: Float64Array;
}

/** Interactions to judge, and what reading them showed. */
export interface Source {
  /** The file or folder, without the path. */
  readonly name: string;
  readonly kind: 'run' | 'file' | 'memory';
  readonly matrix: InteractionMatrix;
  /** Rows of interactions, repeated pairs counted each time. */
  readonly rows: number;
  /** The preset that a run was made with. */
  readonly preset?: string;
  /** Values of the column `plays`, parallel to `matrix.indices`. */
  readonly plays?: Float32Array;
  /** Values of the column `rating`, by row. */
  readonly ratings?: Ratings;
  /** Where the matrix holds the rows of a sample of users only. */
  readonly sampled?: Sampled;
  readonly truth?: PlantedTruth;
  /** What else the rows showed, where the file is a table of events, reviews or orders too. */
  readonly tables?: readonly TableFindings[];
  readonly checks: readonly Check[];
}
