import { nextBelow } from '@synth/core';
import type { Recommender } from '@synth/interactions/evaluate';
import { factorModel, initialFactors, modelRng } from './factor-model';
import { requireOption } from './model-option';

/** Options of {@link bpr}. */
export interface BprOptions {
  /** @defaultValue 32 */
  readonly factors?: number;
  /** As many steps as interactions each. @defaultValue 60 */
  readonly epochs?: number;
  /** Length of a step, above 0. @defaultValue 0.05 */
  readonly rate?: number;
  /** Ridge penalty, 0 or more. @defaultValue 0.01 */
  readonly lambda?: number;
}

/**
 * Bayesian personalised ranking (Rendle et al., UAI 2009): factors and item biases by stochastic steps up
 * ln sigma(score of an item that the user has - score of one that they have not), both drawn at random.
 *
 * O(epochs x interactions x factors).
 *
 * @throws SynthError `MODEL_OPTION`
 * @example
 * ```ts
 * // Three users: items 0 and 1; 2 and 3; 2.
 * const train = {
 *   rows: 3, cols: 4, indptr: Int32Array.of(0, 2, 4, 5), indices: Int32Array.of(0, 1, 2, 3, 2),
 * };
 * bpr({ factors: 2 }).fit(train).recommend(2, 3).length; // => 3
 * ```
 */
export function bpr(options: BprOptions = {}): Recommender {
  const { factors = 32, epochs = 60, rate = 0.05, lambda = 0.01 } = options;
  requireOption(Number.isInteger(factors) && factors > 0, 'factors', factors, 'a whole number above 0');
  requireOption(Number.isInteger(epochs) && epochs > 0, 'epochs', epochs, 'a whole number above 0');
  requireOption(rate > 0, 'rate', rate, 'a number above 0');
  requireOption(lambda >= 0, 'lambda', lambda, 'a number of 0 or more');
  return {
    name: 'BPR',
    fit(train, { seed } = {}) {
      const { rows, cols, indptr, indices } = train;
      const model = {
        ...initialFactors(train, { model: 'bpr', seed, factors, sd: 0.1 }),
        biases: new Float64Array(cols),
      };
      const rng = modelRng('bpr', 'steps', seed);
      const userOf = new Int32Array(indices.length);
      for (let user = 0; user < rows; user++) userOf.fill(user, indptr[user]!, indptr[user + 1]!);
      const step = bprStep(model, { rate, lambda });
      for (let k = 0; k < epochs * indices.length; k++) {
        const at = nextBelow(rng, indices.length);
        const user = userOf[at]!;
        const own = indices.subarray(indptr[user]!, indptr[user + 1]!);
        if (own.length === cols) continue;
        let other = nextBelow(rng, cols);
        while (holds(own, other)) other = nextBelow(rng, cols);
        step(user, indices[at]!, other);
      }
      return factorModel(train, model, seed);
    },
  };
}

/** One step up the gradient of ln sigma(x_ui - x_uj) - lambda / 2 times the squares of what it touches. */
export function bprStep(
  model: {
    readonly factors: number;
    readonly users: Float64Array;
    readonly items: Float64Array;
    readonly biases: Float64Array;
  },
  { rate, lambda }: { readonly rate: number; readonly lambda: number },
): (user: number, taken: number, other: number) => void {
  const { factors, users, items, biases } = model;
  return (user, taken, other) => {
    const [u, i, j] = [user * factors, taken * factors, other * factors];
    let margin = biases[taken]! - biases[other]!;
    for (let f = 0; f < factors; f++) margin += users[u + f]! * (items[i + f]! - items[j + f]!);
    const pull = 1 / (1 + Math.exp(margin));
    for (let f = 0; f < factors; f++) {
      const [own, plus, minus] = [users[u + f]!, items[i + f]!, items[j + f]!];
      users[u + f] = own + rate * (pull * (plus - minus) - lambda * own);
      items[i + f] = plus + rate * (pull * own - lambda * plus);
      items[j + f] = minus + rate * (-pull * own - lambda * minus);
    }
    biases[taken]! += rate * (pull - lambda * biases[taken]!);
    biases[other]! += rate * (-pull - lambda * biases[other]!);
  };
}

/** Whether an ascending list has a value. */
function holds(list: Int32Array, value: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return list[low] === value;
}
