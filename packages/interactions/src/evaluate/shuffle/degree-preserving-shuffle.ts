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
  /** Trades that each user takes part in; 10 or more mix well. @defaultValue 12 */
  readonly tradesPerUser?: number;
}

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
  const { seed = defaultSeed, tradesPerUser = 12 } = options;
  const indices = matrix.indices.slice();
  let most = 0;
  for (let user = 0; user < matrix.rows; user++)
    most = Math.max(most, matrix.indptr[user + 1]! - matrix.indptr[user]!);
  const space = { pool: new Int32Array(2 * most), shared: new Int32Array(most) };
  const rounds = streams({ seed, dataset: 'evaluate' }).stream('curveball');
  for (let round = 0; round < tradesPerUser; round++) {
    const rng = rounds.at(round);
    const users = permutation(rng, matrix.rows);
    for (let k = 0; k + 1 < users.length; k += 2) {
      const a = users[k]!;
      const b = users[k + 1]!;
      trade(
        indices.subarray(matrix.indptr[a]!, matrix.indptr[a + 1]!),
        indices.subarray(matrix.indptr[b]!, matrix.indptr[b + 1]!),
        rng,
        space,
      );
    }
  }
  const { timestamps: _, ...pattern } = binarise(matrix);
  return interactionMatrix({ ...pattern, indices });
}

/** Deals the items that are in one of two ascending lists only out again; both stay ascending. */
function trade(
  a: Int32Array,
  b: Int32Array,
  rng: Rng,
  { pool, shared }: { readonly pool: Int32Array; readonly shared: Int32Array },
): void {
  let pooled = 0;
  let both = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j === b.length || (i < a.length && a[i]! < b[j]!)) pool[pooled++] = a[i++]!;
    else if (i === a.length || b[j]! < a[i]!) pool[pooled++] = b[j++]!;
    else {
      shared[both++] = a[i++]!;
      j++;
    }
  }
  // Selection sampling (Knuth, algorithm S): walking the pool in order keeps both lists sorted.
  let wanted = a.length - both;
  let s = 0;
  i = 0;
  j = 0;
  for (let p = 0; p < pooled; p++) {
    const item = pool[p]!;
    for (; s < both && shared[s]! < item; s++) a[i++] = b[j++] = shared[s]!;
    if (nextBelow(rng, pooled - p) < wanted) {
      a[i++] = item;
      wanted--;
    } else b[j++] = item;
  }
  for (; s < both; s++) a[i++] = b[j++] = shared[s]!;
}
