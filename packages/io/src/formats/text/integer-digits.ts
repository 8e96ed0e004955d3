// Decimal digits as little-endian words of four ASCII characters, for unaligned stores.

/** 0000 .. 9999 with leading zeros. */
export const fourDigits = new Int32Array(10000);

/** 0 .. 9999 without leading zeros, left-aligned. */
const upToFourDigits = new Int32Array(10000);

for (let n = 0; n < 10000; n++) {
  const digits =
    (n / 1000) | 0 | ((((n / 100) | 0) % 10) << 8) | ((((n / 10) | 0) % 10) << 16) | ((n % 10) << 24);
  const word = digits + 0x30303030;
  fourDigits[n] = word;
  upToFourDigits[n] = word >>> (8 * (4 - smallCount(n)));
}

function smallCount(n: number): number {
  return n < 100 ? (n < 10 ? 1 : 2) : n < 1000 ? 3 : 4;
}

/** The characters of an integer in (-2^53, 2^53). */
export function integerLength(value: number): number {
  if (value < 0) return 1 + integerLength(-value);
  if (value < 10_000) return smallCount(value);
  if (value < 100_000_000) return 4 + smallCount(Math.floor(value / 10_000));
  return 8 + integerLength(Math.floor(value / 100_000_000));
}

/** Writes an integer in (-2^53, 2^53), and not a byte more; returns where it ends. */
export function writeInteger(view: DataView, at: number, value: number): number {
  if (value < 0) {
    view.setInt8(at, 45);
    return writeInteger(view, at + 1, -value);
  }
  if (value < 10_000) {
    const count = smallCount(value);
    let word = upToFourDigits[value]!;
    if (count === 4) view.setInt32(at, word, true);
    else for (let i = 0; i < count; i++, word >>= 8) view.setInt8(at + i, word);
    return at + count;
  }
  if (value < 100_000_000) {
    const upper = (value / 10_000) | 0;
    const count = smallCount(upper);
    // The second word covers what the first writes too much.
    view.setInt32(at, upToFourDigits[upper]!, true);
    view.setInt32(at + count, fourDigits[value - upper * 10_000]!, true);
    return at + count + 4;
  }
  const high = Math.floor(value / 100_000_000);
  const low = value - high * 100_000_000;
  const middle = (low / 10_000) | 0;
  const end = writeInteger(view, at, high);
  view.setInt32(end, fourDigits[middle]!, true);
  view.setInt32(end + 4, fourDigits[low - middle * 10_000]!, true);
  return end + 8;
}
