// Decimal digits as little-endian words of four ASCII characters, for unaligned stores by DataView.

/** 0000 .. 9999 with leading zeros. */
export const fourDigits = new Int32Array(10000);

/** 0 .. 9999 without leading zeros, left-aligned. */
export const upToFourDigits = new Int32Array(10000);

/** `.000` .. `.999`. */
export const milliseconds = new Int32Array(1000);

for (let n = 0; n < 10000; n++) {
  const digits = [Math.floor(n / 1000), Math.floor(n / 100) % 10, Math.floor(n / 10) % 10, n % 10];
  const word = digits.reduce((sum, digit, i) => sum | ((48 + digit) << (8 * i)), 0);
  fourDigits[n] = word;
  upToFourDigits[n] = word >>> (8 * (4 - digitCount(n)));
  if (n < 1000) milliseconds[n] = (word & ~0xff) | 0x2e;
}

/** The decimal digits of an integer in [0, 9999]. */
export function digitCount(n: number): number {
  return n < 100 ? (n < 10 ? 1 : 2) : n < 1000 ? 3 : 4;
}
