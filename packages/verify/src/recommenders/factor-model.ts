import type { Rng, Seed } from '@synth/core';
import { defaultSeed, normal, streams } from '@synth/core';
import type { SparseRows } from '@synth/interactions';
import type { FittedRecommender } from '@synth/interactions/evaluate';
import { fitted, tieOrder } from '@synth/interactions/evaluate';

/** Factors of users and items, `factors` numbers a row, and an optional bias of each item. */
export interface Factors {
  readonly factors: number;
  readonly users: Float64Array;
  readonly items: Float64Array;
  readonly biases?: Float64Array;
}

/** The stream of a model's draws: one for each purpose. */
export const modelRng = (model: string, purpose: string, seed: Seed = defaultSeed): Rng =>
  streams({ seed, dataset: model }).stream(purpose).at(0);

/** Small normal factors to begin with. */
export function initialFactors(
  { rows, cols }: SparseRows,
  { model, seed, factors, sd }: { model: string; seed: Seed | undefined; factors: number; sd: number },
): Factors {
  const law = normal({ mean: 0, sd });
  return {
    factors,
    users: law.fill(modelRng(model, 'users', seed), new Float64Array(rows * factors)),
    items: law.fill(modelRng(model, 'items', seed), new Float64Array(cols * factors)),
  };
}

/** The score of an item is the product of both factors, plus its bias. */
export function factorModel(train: SparseRows, model: Factors, seed: Seed | undefined): FittedRecommender {
  const { factors, users, items, biases } = model;
  return fitted(train, tieOrder(train.cols, seed), (user, out) => {
    for (let item = 0; item < train.cols; item++) {
      let score = biases === undefined ? 0 : biases[item]!;
      for (let f = 0; f < factors; f++) score += users[user * factors + f]! * items[item * factors + f]!;
      out[item] = score;
    }
  });
}
