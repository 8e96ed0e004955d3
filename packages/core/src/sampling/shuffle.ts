import { nextBelow } from '../random/integer';
import type { Rng } from '../random/rng';

/** What can be permuted in place: an array or a typed array. */
export interface Shuffleable<T> {
  readonly length: number;
  [index: number]: T;
}

/**
 * Permutes `values` in place, each order with the same probability (Fisher and Yates, Durstenfeld's form), and returns
 * it. One unbiased integer a value: length - 1 draws of 32 bits, a rejected one apart.
 *
 * @example
 * ```ts
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('order').at(0);
 * shuffle(rng, [1, 2, 3, 4]).sort(); // => [1, 2, 3, 4]
 * ```
 */
export function shuffle<Values extends Shuffleable<unknown>>(rng: Rng, values: Values): Values {
  for (let i = values.length - 1; i > 0; i--) {
    const j = nextBelow(rng, i + 1);
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
  return values;
}
