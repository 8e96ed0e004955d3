import type { Rng } from '@synth/core';

/** Rounds of the network: 4 are the least for a permutation that looks random (Luby and Rackoff 1988). */
const rounds = 6;

/** A 32-bit bijection with full avalanche (multiply-xorshift constants by TheIronBorn). */
function mix(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/**
 * A keyed permutation of the integers [0, size), evaluated at a point in constant time and memory: a Feistel network
 * over pairs (left, right) with left < a, right < b and a b just above size, walking the cycle out of what lies beyond
 * (Black and Rogaway, Ciphers with Arbitrary Finite Domains, 2002). Fewer than sqrt(size) + 1 of the a b values do.
 *
 * @param size an integer in [1, 2^53)
 * @param rng gives the key: one draw of 32 bits a round
 */
export function permutation(size: number, rng: Rng): (index: number) => number {
  const a = Math.ceil(Math.sqrt(size));
  const b = Math.ceil(size / a);
  const keys = Int32Array.from({ length: rounds }, () => rng.nextI32());
  const perWordA = a / 4294967296;
  const perWordB = b / 4294967296;
  return (index) => {
    let value = index;
    do {
      // a and b are below 2^27: `| 0` is the floor of what stays below them.
      let right = (value / a) | 0;
      let left = (value - right * a) | 0;
      // Where the quotient was rounded up.
      if (left < 0) {
        right--;
        left += a;
      }
      for (let round = 0; round < rounds; round += 2) {
        left = (left + ((mix(right ^ keys[round]!) * perWordA) | 0)) | 0;
        if (left >= a) left = (left - a) | 0;
        right = (right + ((mix(left ^ keys[round + 1]!) * perWordB) | 0)) | 0;
        if (right >= b) right = (right - b) | 0;
      }
      value = right * a + left;
    } while (value >= size);
    return value;
  };
}
