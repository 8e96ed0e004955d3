import type { Rng, Seed } from '@synth/core';
import { defaultSeed, nextBelow, streams } from '@synth/core';
import type { InteractionMatrix } from '../../matrix/interaction-matrix';
import { binarise } from '../../matrix/binarise';
import { interactionMatrix } from '../../matrix/interaction-matrix';
import { permutation } from '../ranking/permutation';

/** How to shuffle. */
export interface ShuffleOptions {
  /** @defaultValue 'synth' */
  readonly seed?: Seed;
  /**
   * Trades that each user takes part in; 10 or more mix well. @defaultValue 12, and one more for each doubling of users
   * beyond 2,000: a trade halves what is left of tastes, and twice the users show half as much of it
   */
  readonly tradesPerUser?: number;
}

const usualTrades = 12;
const usualUsers = 2000;

const tradesFor = (users: number): number =>
  usualTrades + Math.max(0, Math.ceil(Math.log2(users / usualUsers)));

/**
 * A random matrix with exactly the same count for every user and every item: popularity and activity stay, taste is
 * destroyed. What a recommender still finds in it is no taste.
 *
 * Curveball trades (Strona et al., Nature Communications 2014) in rounds in which every user trades with one other
 * (global curveball: Carstens et al., ESA 2018): two users pool the items that only one of them has, and deal them
 * out again at random, each keeping their count. The result is without values and timestamps.
 *
 * O(tradesPerUser x interactions), one draw or so for each pooled item.
 *
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 2, cols: 4, userIndices: [0, 0, 1, 1], itemIndices: [0, 1, 2, 3] });
 * const shuffled = degreePreservingShuffle(matrix, { seed: 1 });
 * Array.from(shuffled.indptr); // => [0, 2, 4]
 * [...shuffled.indices].sort(); // => [0, 1, 2, 3]
 * ```
 */
export function degreePreservingShuffle(
  matrix: InteractionMatrix,
  options: ShuffleOptions = {},
): InteractionMatrix {
  const { seed = defaultSeed, tradesPerUser = tradesFor(matrix.rows) } = options;
  const indices = matrix.indices.slice();
  let most = 0;
  for (let user = 0; user < matrix.rows; user++)
    most = Math.max(most, matrix.indptr[user + 1]! - matrix.indptr[user]!);
  const space = {
    pool: new Int32Array(2 * most),
    shared: new Int32Array(most),
    // A number beyond the last is written, and left.
    dealt: [new Int32Array(2 * most), new Int32Array(2 * most)] as const,
  };
  const rounds = streams({ seed, dataset: 'evaluate' }).stream('curveball');
  for (let round = 0; round < tradesPerUser; round++) {
    const rng = rounds.at(round);
    const users = permutation(rng, matrix.rows);
    for (let k = 0; k + 1 < users.length; k += 2) {
      const a = users[k]!;
      const b = users[k + 1]!;
      const { indptr } = matrix;
      trade(indices, [indptr[a]!, indptr[a + 1]!], [indptr[b]!, indptr[b + 1]!], rng, space);
    }
  }
  const { timestamps: _, ...pattern } = binarise(matrix);
  return interactionMatrix({ ...pattern, indices });
}

interface Space {
  readonly pool: Int32Array;
  readonly shared: Int32Array;
  readonly dealt: readonly [Int32Array, Int32Array];
}

/**
 * Deals the items that are in one of two ascending lists only out again; both stay ascending. Which list is next is as good
 * as chance, and would be guessed wrong half of the time: it is reckoned, not branched on.
 */
function trade(
  indices: Int32Array,
  [aStart, aEnd]: readonly [number, number],
  [bStart, bEnd]: readonly [number, number],
  rng: Rng,
  { pool, shared, dealt: [toA, toB] }: Space,
): void {
  let pooled = 0;
  let both = 0;
  let i = aStart;
  let j = bStart;
  while (i < aEnd && j < bEnd) {
    const x = indices[i]!;
    const y = indices[j]!;
    const less = (x - y) >>> 31;
    const more = (y - x) >>> 31;
    pool[pooled] = less === 1 ? x : y;
    shared[both] = x;
    pooled += less + more;
    both += 1 - less - more;
    i += 1 - more;
    j += 1 - less;
  }
  while (i < aEnd) pool[pooled++] = indices[i++]!;
  while (j < bEnd) pool[pooled++] = indices[j++]!;
  // Selection sampling (Knuth, algorithm S): walking the pool in order keeps both lists sorted.
  let wanted = aEnd - aStart - both;
  let s = 0;
  i = 0;
  j = 0;
  for (let p = 0; p < pooled; p++) {
    const item = pool[p]!;
    for (; s < both && shared[s]! < item; s++) toA[i++] = toB[j++] = shared[s]!;
    const taken = (nextBelow(rng, pooled - p) - wanted) >>> 31;
    toA[i] = toB[j] = item;
    wanted -= taken;
    i += taken;
    j += 1 - taken;
  }
  for (; s < both; s++) toA[i++] = toB[j++] = shared[s]!;
  for (let k = 0; k < i; k++) indices[aStart + k] = toA[k]!;
  for (let k = 0; k < j; k++) indices[bStart + k] = toB[k]!;
}
