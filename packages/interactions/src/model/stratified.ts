import type { Rng } from '@synth/core';
import { nextBelow } from '@synth/core';

/**
 * One probability for each of `n` items: the mid-points of n equal strata of (0, 1), in random order. A sample by
 * quantiles at these has the shape of the distribution at every n, where independent draws would let single seeds
 * fall out of narrow bands.
 */
export function stratifiedProbabilities(n: number, rng: Rng): Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const j = nextBelow(rng, i + 1);
    out[i] = out[j]!;
    out[j] = (i + 0.5) / n;
  }
  return out;
}
