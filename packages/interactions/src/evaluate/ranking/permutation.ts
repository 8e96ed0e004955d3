import type { Rng } from '@synth/core';
import { nextBelow } from '@synth/core';

/** A uniform permutation of 0 .. n - 1 (Fisher and Yates); about n draws. */
export function permutation(rng: Rng, n: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = nextBelow(rng, i + 1);
    const swapped = order[i]!;
    order[i] = order[j]!;
    order[j] = swapped;
  }
  return order;
}
