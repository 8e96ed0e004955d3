// ASCII characters packed into numbers, the first in the lowest byte, for stores of four or eight bytes at any place.

const scratch = new DataView(new ArrayBuffer(8));

/** Up to four characters from `from` on as a 32-bit word. */
export function asciiWord(text: string, from: number): number {
  let word = 0;
  for (let i = Math.min(from + 3, text.length - 1); i >= from; i--) word = (word << 8) | text.charCodeAt(i);
  return word;
}

/** Up to eight characters from `from` on as a double, see {@link doubleOf}. */
export const asciiDouble = (text: string, from: number): number =>
  doubleOf(asciiWord(text, from), asciiWord(text, from + 4));

/**
 * Two words as the double that has their bits: one load and one store copy eight bytes. ASCII characters leave the
 * highest bit of each byte clear, and with it a bit of the exponent: the double is no NaN, whose bits need not last.
 */
export function doubleOf(low: number, high: number): number {
  scratch.setInt32(0, low, true);
  scratch.setInt32(4, high, true);
  return scratch.getFloat64(0, true);
}
