import type { Rng } from '@synth/core';
import { shuffle } from '@synth/core';

/** The integers 0 .. n - 1 in random order; about n draws. */
export function permutation(rng: Rng, n: number): Int32Array {
  return shuffle(
    rng,
    Int32Array.from({ length: n }, (_, i) => i),
  );
}
