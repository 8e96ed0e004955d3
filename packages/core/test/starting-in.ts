import type { Rng } from '../src/random/rng';

/**
 * A generator whose first value lies in `layer` of a ziggurat at the share `u` of its width, and that is random from
 * then on. `one` is the whole number that stands for a share of 1.
 */
export function startingIn(layer: number, u: number, rng: Rng, one: number): Rng {
  const position = Math.floor(u * one);
  const high = Math.floor(position / 2 ** 32);
  let words = [(high << 11) | layer, position - high * 2 ** 32];
  return {
    nextI32: () => words.shift() ?? rng.nextI32(),
    nextU32: () => words.shift() ?? rng.nextU32(),
    nextF64: () => rng.nextF64(),
    getState: () => rng.getState(),
    setState: (state) => {
      words = [];
      rng.setState(state);
    },
  };
}
