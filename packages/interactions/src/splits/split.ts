import { filterEntries } from '../matrix/filter-entries';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import type { SplitConfig, SplitOptions } from './split-options';
import { splitConfig } from './split-options';
import type { splitParts, TimeCuts } from './user-splitter';
import { userSplitter } from './user-splitter';

/** Three matrices with the same rows and columns, whose entries together are those of the whole. */
export type Split = Readonly<Record<(typeof splitParts)[number], InteractionMatrix>>;

/**
 * Divides interactions into training, validation and test.
 *
 * - `random`: of each user with at least `minInteractions` (5), a random `test` share (.2, rounded, at least one) and
 *   `validation` share (0).
 * - `last-out`: of each user with at least `minInteractions` (2), the last `test` items (1), before them the last
 *   `validation` items (0).
 * - `time`: the latest `test` share (.2) of all interactions, before them the latest `validation` share (0). The cuts
 *   fall between instants: nothing in training is as late as anything in a later part.
 *
 * `random` and `last-out` leave each user one item at least in training.
 *
 * @throws SynthError `CONFIG_INVALID`; `SPLIT_TIMES_MISSING` for last-out and time without timestamps
 * @example
 * ```ts
 * const userIndices = [0, 0, 0, 0, 0];
 * const matrix = matrixFromIndices({ rows: 1, cols: 5, userIndices, itemIndices: [0, 1, 2, 3, 4] });
 * const { train, test } = split(matrix, { by: 'random', seed: 1 });
 * [train.indices.length, test.indices.length]; // => [4, 1]
 * ```
 */
export function split(matrix: InteractionMatrix, options: SplitOptions = {}): Split {
  const labels = splitLabels(matrix, options);
  const part = (wanted: number) => filterEntries(matrix, (entry) => labels[entry] === wanted);
  return { train: part(0), validation: part(1), test: part(2) };
}

/**
 * The part of each entry of a matrix, parallel to its `indices`: 0 training, 1 validation, 2 test. See {@link split}.
 *
 * @throws SynthError `CONFIG_INVALID`, `SPLIT_TIMES_MISSING`
 * @example
 * ```ts
 * const matrix = matrixFromIndices({
 *   rows: 1, cols: 3, userIndices: [0, 0, 0], itemIndices: [0, 1, 2], timestamps: [10, 30, 20],
 * });
 * Array.from(splitLabels(matrix, { by: 'last-out', validation: 1 })); // => [0, 2, 1]
 * ```
 */
export function splitLabels(matrix: InteractionMatrix, options: SplitOptions = {}): Uint8Array {
  const { indptr, timestamps } = matrix;
  const config = splitConfig.parse(options);
  const cuts = config.by === 'time' && timestamps !== undefined ? timeCuts(timestamps, config) : undefined;
  const labelUser = userSplitter(config, cuts);
  const labels = new Uint8Array(matrix.indices.length);
  for (let user = 0; user < matrix.rows; user++) {
    const start = indptr[user]!;
    const end = indptr[user + 1]!;
    labels.set(labelUser(user, end - start, timestamps?.subarray(start, end)), start);
  }
  return labels;
}

/** Where a split by time cuts: the instants at which the latest shares begin. */
function timeCuts(timestamps: Float64Array, { test, validation }: SplitConfig): TimeCuts {
  const sorted = timestamps.toSorted();
  const from = (share: number) =>
    share === 0
      ? Number.POSITIVE_INFINITY
      : sorted[sorted.length - Math.max(1, Math.round(share * sorted.length))]!;
  const testFrom = from(test);
  return { testFrom, validationFrom: validation === 0 ? testFrom : from(test + validation) };
}
