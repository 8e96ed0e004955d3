import type { Rng } from '../src/random/rng';

/** A generator that passes on to another and counts the 32-bit draws. */
export interface CountingRng extends Rng {
  draws: number;
}

/** Counts the draws of 32 bits made from `rng`. */
export function countingRng(rng: Rng): CountingRng {
  return {
    draws: 0,
    nextI32() {
      this.draws += 1;
      return rng.nextI32();
    },
    nextU32() {
      this.draws += 1;
      return rng.nextU32();
    },
    nextF64() {
      this.draws += 2;
      return rng.nextF64();
    },
    getState: () => rng.getState(),
    setState: (state) => rng.setState(state),
  };
}
