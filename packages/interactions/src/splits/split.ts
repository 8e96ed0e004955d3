import type { Rng } from '@synth/core';
import { nextBelow, streams, SynthError } from '@synth/core';
import type { InteractionsErrorCode } from '../errors';
import type { InteractionMatrix } from '../matrix/interaction-matrix';
import { filterEntries } from '../matrix/filter-entries';
import type { SplitConfig, SplitOptions } from './split-options';
import { splitConfig } from './split-options';

/** The parts, by the numbers that {@link splitLabels} uses. */
export const splitParts = ['train', 'validation', 'test'] as const;

/** Three matrices with the same rows and columns, whose entries together are those of the whole. */
export type Split = Readonly<Record<(typeof splitParts)[number], InteractionMatrix>>;

/**
 * Divides interactions into training, validation and test.
 *
 * - `random`: of each user with at least `minInteractions` (5), a random `test` share (.2, rounded, at least one) and
 *   `validation` share (0).
 * - `last-out`: of each user with at least `minInteractions` (2), the last `test` items (1), before them the last
 *   `validation` items (0); one item at least stays in training.
 * - `time`: the latest `test` share (.2) of all interactions, before them the latest `validation` share (0). The cuts
 *   fall between instants: nothing in training is as late as anything in a later part.
 *
 * What a user's random part holds depends on the seed, the user's index and the user's own items alone.
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
 */
export function splitLabels(matrix: InteractionMatrix, options: SplitOptions = {}): Uint8Array {
  const config = splitConfig.parse(options);
  const { timestamps } = matrix;
  if (config.by !== 'random' && timestamps === undefined) {
    throw new SynthError<InteractionsErrorCode>({
      code: 'SPLIT_TIMES_MISSING',
      message: `a split by ${config.by} needs timestamps, and these interactions have none`,
      field: 'by',
      value: config.by,
      allowed: 'random',
      remedy: "give each interaction a timestamp, or split by 'random'",
    });
  }
  if (config.by === 'time') return labelsByTime(timestamps!, config);

  const labels = new Uint8Array(matrix.indices.length);
  const stream = streams({ seed: config.seed, dataset: 'split' }).stream(config.by);
  let rng: Rng | undefined;
  for (let user = 0; user < matrix.rows; user++) {
    const start = matrix.indptr[user]!;
    const end = matrix.indptr[user + 1]!;
    if (end - start < config.minInteractions) continue;
    rng = stream.at(user, rng);
    const order = shuffled(start, end, rng);
    if (config.by === 'last-out') order.sort((a, b) => timestamps![a]! - timestamps![b]!);
    const [test, validation] = partSizes(end - start, config);
    const firstTest = order.length - test;
    for (let k = Math.max(0, firstTest - validation); k < order.length; k++) {
      labels[order[k]!] = k < firstTest ? 1 : 2;
    }
  }
  return labels;
}

/** The entries start .. end - 1 in random order, so that a stable sort by time breaks ties at random. */
function shuffled(start: number, end: number, rng: Rng): number[] {
  const order: number[] = [];
  for (let entry = start; entry < end; entry++) {
    const at = nextBelow(rng, order.length + 1);
    if (at < order.length) order.push(order[at]!);
    order[at] = entry;
  }
  return order;
}

function partSizes(count: number, { by, test, validation }: SplitConfig): [test: number, validation: number] {
  if (by === 'last-out') {
    const last = Math.min(test, count - 1);
    return [last, Math.min(validation, count - 1 - last)];
  }
  const size = (share: number) => (share === 0 ? 0 : Math.max(1, Math.round(share * count)));
  return [size(test), size(validation)];
}

function labelsByTime(timestamps: Float64Array, { test, validation }: SplitConfig): Uint8Array {
  const sorted = timestamps.toSorted();
  // The instant from which on a part begins: the whole instant goes to the later part.
  const cut = (share: number) =>
    share === 0
      ? Number.POSITIVE_INFINITY
      : sorted[sorted.length - Math.max(1, Math.round(share * sorted.length))]!;
  const testFrom = cut(test);
  const validationFrom = validation === 0 ? testFrom : cut(test + validation);
  return Uint8Array.from(timestamps, (time) => (time >= testFrom ? 2 : time >= validationFrom ? 1 : 0));
}
