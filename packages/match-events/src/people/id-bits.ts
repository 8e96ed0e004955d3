/** How many bits of a word are set. */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What two sets of ids below 64, each two words of bits, share over what there is in either; NaN where one is empty. */
export function bitJaccard(lowA: number, highA: number, lowB: number, highB: number): number {
  if ((lowA | highA) === 0 || (lowB | highB) === 0) return Number.NaN;
  const shared = bitCount(lowA & lowB) + bitCount(highA & highB);
  return shared / (bitCount(lowA | lowB) + bitCount(highA | highB));
}

/** The ids of a set, ascending. */
export function idsOfBits(low: number, high: number): number[] {
  const ids: number[] = [];
  for (let id = 0; id < 64; id++) if (((id < 32 ? low : high) >>> (id & 31)) & 1) ids.push(id);
  return ids;
}
