import { cholesky, choleskyInverse } from '@synth/core';
import type { Recommender } from '@synth/interactions/evaluate';
import { fitted, tieOrder } from '@synth/interactions/evaluate';
import { requireOption } from './model-option';

/** Options of {@link ease}. */
export interface EaseOptions {
  /** Ridge penalty, above 0. @defaultValue 200 */
  readonly lambda?: number;
}

/** Beyond so many items the item x item matrix of {@link ease} is too big: 200 MB and two minutes at 5,000. */
export const easeMaxItems = 5_000;

/**
 * EASE (Steck, WWW 2019): the item weights B of least |X - X B|^2 + lambda |B|^2 with a zero diagonal, in closed form:
 * P = (X'X + lambda I)^-1, B_ij = -P_ij / P_jj. An item's score is the sum of its weights over the user's items.
 *
 * O(items^3) time and O(items^2) memory.
 *
 * @throws SynthError `MODEL_OPTION`, also for more than {@link easeMaxItems} items
 * @example
 * ```ts
 * // Three users: items 0 and 1; 2 and 3; 2.
 * const train = {
 *   rows: 3, cols: 4, indptr: Int32Array.of(0, 2, 4, 5), indices: Int32Array.of(0, 1, 2, 3, 2),
 * };
 * Array.from(ease({ lambda: 1 }).fit(train).recommend(2, 1)); // => [3]
 * ```
 */
export function ease(options: EaseOptions = {}): Recommender {
  const { lambda = 200 } = options;
  requireOption(lambda > 0 && Number.isFinite(lambda), 'lambda', lambda, 'a number above 0');
  return {
    name: 'EASE',
    fit(train, { seed } = {}) {
      const n = train.cols;
      requireOption(n <= easeMaxItems, 'items', n, `at most ${easeMaxItems} items`);
      const gram = new Float64Array(n * n);
      for (let user = 0; user < train.rows; user++) {
        const items = train.indices.subarray(train.indptr[user]!, train.indptr[user + 1]!);
        for (const i of items) for (const j of items) gram[i * n + j]!++;
      }
      for (let i = 0; i < n; i++) gram[i * n + i]! += lambda;
      cholesky(gram, n);
      const p = choleskyInverse(gram, n);
      const diagonal = Float64Array.from({ length: n }, (_, j) => p[j * n + j]!);
      return fitted(train, tieOrder(n, seed), (user, out) => {
        for (let k = train.indptr[user]!; k < train.indptr[user + 1]!; k++) {
          const i = train.indices[k]!;
          for (let j = 0; j < n; j++) if (i !== j) out[j]! -= p[i * n + j]! / diagonal[j]!;
        }
      });
    },
  };
}
