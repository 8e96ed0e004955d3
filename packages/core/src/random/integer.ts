import type { Rng } from './rng';

/** Up to here a 32-bit draw times the bound is below 2^53, and so exact. */
const exactProduct = 2097152;

/**
 * A uniform integer in [0, bound), unbiased. Up to 2^21 by Lemire's multiply-and-reject (2019): 1 draw of 32 bits,
 * and another with a chance below bound / 2^32. Above, 53 bits divided by the size of a cell: 2 draws, and again with
 * a chance below bound / 2^53.
 *
 * @param rng the source
 * @param bound an integer in [1, 2^53]
 * @example
 * ```ts
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('die').at(0);
 * const face = 1 + nextBelow(rng, 6);
 * face >= 1 && face <= 6; // => true
 * ```
 */
export function nextBelow(rng: Rng, bound: number): number {
  if (bound > exactProduct) return nextBelowLarge(rng, bound);
  const product = rng.nextU32() * bound;
  const high = Math.floor(product * 2.3283064365386963e-10);
  // Only a low word under the bound can be in the rejected zone, whose size takes a slow remainder to find.
  return product - high * 4294967296 >= bound ? high : nextBelowRejecting(rng, bound, product);
}

function nextBelowRejecting(rng: Rng, bound: number, first: number): number {
  const rejected = 4294967296 % bound;
  for (let product = first; ; product = rng.nextU32() * bound) {
    const high = Math.floor(product * 2.3283064365386963e-10);
    if (product - high * 4294967296 >= rejected) return high;
  }
}

function nextBelowLarge(rng: Rng, bound: number): number {
  const cell = Math.floor(9007199254740992 / bound);
  for (;;) {
    const value = Math.floor(((rng.nextU32() >>> 11) * 4294967296 + rng.nextU32()) / cell);
    if (value < bound) return value;
  }
}
