import type { Seed } from '@synth/core';
import { defaultSeed, shuffle, streams } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { submatrix } from '@synth/interactions';
import { withoutEmpty } from '../learnability/without-empty';

/** Beyond so many interactions, a side is compared by a sample of its users. */
const mostInteractions = 1_000_000;

/**
 * Two matrices cut to as many users and items, so that figures which depend on size can be compared: of the larger one a
 * seeded sample of users, then of items, those left without an interaction dropped. Sides of more than a million
 * interactions are cut to the users that have about so many.
 *
 * @example
 * ```ts
 * import { matrixFromIndices } from '@synth/interactions';
 *
 * const three = matrixFromIndices({ rows: 3, cols: 1, userIndices: [0, 1, 2], itemIndices: [0, 0, 0] });
 * const two = matrixFromIndices({ rows: 2, cols: 1, userIndices: [0, 1], itemIndices: [0, 0] });
 * equalSize(three, two).map(({ rows }) => rows); // => [2, 2]
 * ```
 */
export function equalSize(
  a: InteractionMatrix,
  b: InteractionMatrix,
  options: { readonly seed?: Seed } = {},
): readonly [InteractionMatrix, InteractionMatrix] {
  const { seed = defaultSeed } = options;
  const whole = [withoutEmpty(a), withoutEmpty(b)] as const;
  const users = Math.min(...whole.map(affordableUsers));
  const cut = whole.map((matrix, side) =>
    withoutEmpty(sampled(matrix, { users, seed, side })),
  ) as unknown as typeof whole;
  const items = Math.min(...cut.map(({ cols }) => cols));
  return cut.map((matrix, side) =>
    withoutEmpty(sampled(matrix, { items, seed, side })),
  ) as unknown as typeof whole;
}

/** A seeded sample of at most so many users, and of at most so many items. */
export function sampled(
  matrix: InteractionMatrix,
  {
    users = matrix.rows,
    items = matrix.cols,
    seed,
    side = 0,
  }: { readonly users?: number; readonly items?: number; readonly seed: Seed; readonly side?: number },
): InteractionMatrix {
  if (users >= matrix.rows && items >= matrix.cols) return matrix;
  const streamOf = streams({ seed, dataset: 'verify' });
  const keptUsers = chosen(matrix.rows, users, streamOf.stream('equal-users').at(side));
  const keptItems = chosen(matrix.cols, items, streamOf.stream('equal-items').at(side));
  return submatrix(matrix, {
    users: (user) => keptUsers[user] === 1,
    items: (item) => keptItems[item] === 1,
  });
}

function chosen(n: number, wanted: number, rng: Parameters<typeof shuffle>[0]): Uint8Array {
  return shuffle(
    rng,
    Uint8Array.from({ length: n }, (_, index) => (index < wanted ? 1 : 0)),
  );
}

const affordableUsers = ({ rows, indices }: InteractionMatrix): number =>
  indices.length <= mostInteractions ? rows : Math.floor((rows * mostInteractions) / indices.length);
