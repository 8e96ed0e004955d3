import type { Rng } from './rng';

/**
 * A uniform integer in [0, bound), unbiased (Lemire's multiply-and-reject for bounds up to 2^32, masks beyond).
 *
 * @param rng the source; on average 1 draw, or 2 above 2^32
 * @param bound an integer in [1, 2^53]
 * @example
 * ```ts
 * const rng = streams({ seed: 1, dataset: 'demo' }).stream('die').at(0);
 * const face = 1 + nextBelow(rng, 6);
 * face >= 1 && face <= 6; // => true
 * ```
 */
export function nextBelow(rng: Rng, bound: number): number {
  if (bound <= 65536) {
    // u32 * bound stays under 2^53: the product is exact; low word = rejection zone.
    const threshold = (4294967296 - bound) % bound;
    for (;;) {
      const product = rng.nextU32() * bound;
      const high = Math.floor(product * 2.3283064365386963e-10);
      if (product - high * 4294967296 >= threshold) return high;
    }
  }
  if (bound <= 4294967296) {
    const limit = 4294967296 - (4294967296 % bound);
    for (;;) {
      const draw = rng.nextU32();
      if (draw < limit) return draw % bound;
    }
  }
  const limit = 9007199254740992 - (9007199254740992 % bound);
  for (;;) {
    const draw = (rng.nextU32() >>> 11) * 4294967296 + rng.nextU32();
    if (draw < limit) return draw % bound;
  }
}
