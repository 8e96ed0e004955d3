import { shuffle } from '@synth/core';
import type { SparseRows } from '@synth/interactions';
import type { Recommender } from '@synth/interactions/evaluate';
import { factorModel, initialFactors, modelRng } from './factor-model';
import { infoNce } from './info-nce';
import { requireOption } from './model-option';

/** Options of {@link twoTower}. */
export interface TwoTowerOptions {
  /** Whether the logits of in-batch negatives are corrected by ln of the item's share of the interactions. @defaultValue true */
  readonly logQ?: boolean;
  /** Width of both towers. @defaultValue 24 */
  readonly factors?: number;
  /** @defaultValue 6 */
  readonly epochs?: number;
  /** Pairs a batch. @defaultValue 64 */
  readonly batch?: number;
  /** Length of a step of Adagrad, above 0. @defaultValue 0.1 */
  readonly rate?: number;
}

/**
 * A two-tower model: a vector of each user and item, trained by InfoNCE with in-batch negatives. These are drawn by
 * popularity, so that without the correction by log q the model learns taste without popularity, which ranks badly; with
 * it, the probability itself (Yi et al., RecSys 2019).
 *
 * O(epochs x interactions x batch x factors). Adagrad (Duchi et al., 2011).
 *
 * @throws SynthError `MODEL_OPTION`
 * @example
 * ```ts
 * // Three users: items 0 and 1; 2 and 3; 2.
 * const train = {
 *   rows: 3, cols: 4, indptr: Int32Array.of(0, 2, 4, 5), indices: Int32Array.of(0, 1, 2, 3, 2),
 * };
 * twoTower({ logQ: false }).name; // => 'two-tower without log q'
 * twoTower({ factors: 4, batch: 4 }).fit(train).recommend(2, 3).length; // => 3
 * ```
 */
export function twoTower(options: TwoTowerOptions = {}): Recommender {
  const { logQ = true, factors = 24, epochs = 6, batch = 64, rate = 0.1 } = options;
  for (const [field, value] of Object.entries({ factors, epochs, batch })) {
    requireOption(Number.isInteger(value) && value > 0, field, value, 'a whole number above 0');
  }
  requireOption(rate > 0, 'rate', rate, 'a number above 0');
  return {
    name: logQ ? 'two-tower' : 'two-tower without log q',
    fit(train, { seed } = {}) {
      const model = initialFactors(train, { model: 'two-tower', seed, factors, sd: 0.1 });
      const { userOf, logShares } = pairsOf(train);
      const rng = modelRng('two-tower', 'order', seed);
      const gradients = {
        users: new Float64Array(batch * factors),
        items: new Float64Array(batch * factors),
      };
      const users = { values: model.users, squares: new Float64Array(model.users.length) };
      const items = { values: model.items, squares: new Float64Array(model.items.length) };
      const order = Int32Array.from({ length: train.indices.length }, (_, k) => k);
      for (let epoch = 0; epoch < epochs; epoch++) {
        shuffle(rng, order);
        for (let from = 0; from < order.length; from += batch) {
          const pairs = order.subarray(from, from + batch);
          const userRows = Int32Array.from(pairs, (k) => userOf[k]!);
          const itemRows = Int32Array.from(pairs, (k) => train.indices[k]!);
          infoNce(
            {
              size: pairs.length,
              width: factors,
              users: gathered(users.values, userRows, factors),
              items: gathered(items.values, itemRows, factors),
              corrections: Float64Array.from(itemRows, (item) => (logQ ? logShares[item]! : 0)),
              itemOf: itemRows,
            },
            1,
            gradients,
          );
          adagrad(users, userRows, gradients.users, factors, rate);
          adagrad(items, itemRows, gradients.items, factors, rate);
        }
      }
      return factorModel(train, model, seed);
    },
  };
}

function pairsOf({ rows, cols, indptr, indices }: SparseRows): {
  userOf: Int32Array;
  logShares: Float64Array;
} {
  const userOf = new Int32Array(indices.length);
  for (let user = 0; user < rows; user++) userOf.fill(user, indptr[user]!, indptr[user + 1]!);
  const counts = new Float64Array(cols);
  for (const item of indices) counts[item]!++;
  return { userOf, logShares: counts.map((count) => Math.log(count / indices.length)) };
}

function gathered(values: Float64Array, rows: Int32Array, width: number): Float64Array {
  const out = new Float64Array(rows.length * width);
  rows.forEach((row, k) => out.set(values.subarray(row * width, (row + 1) * width), k * width));
  return out;
}

/** Steps down a gradient, each number by its own history. */
function adagrad(
  { values, squares }: { readonly values: Float64Array; readonly squares: Float64Array },
  rows: Int32Array,
  gradient: Float64Array,
  width: number,
  rate: number,
): void {
  rows.forEach((row, k) => {
    for (let f = 0; f < width; f++) {
      const slope = gradient[k * width + f]!;
      const at = row * width + f;
      squares[at]! += slope * slope;
      values[at]! -= (rate * slope) / (Math.sqrt(squares[at]!) + 1e-8);
    }
  });
}
