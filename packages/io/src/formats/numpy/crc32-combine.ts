// CRC-32 as a polynomial over GF(2), reflected: bit 31 is x^0.
const polynomial = 0xedb88320;

/** The product of two polynomials modulo the CRC's. */
function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let mask = 0x80000000; mask !== 0; mask >>>= 1) {
    if ((a & mask) !== 0) product ^= factor;
    factor = (factor & 1) === 0 ? factor >>> 1 : (factor >>> 1) ^ polynomial;
  }
  return product >>> 0;
}

/** x to the power of 8 * 2^k, for each k. */
const powers: number[] = [multiply(0x08000000, 0x08000000)];
for (let k = 1; k < 53; k++) powers.push(multiply(powers[k - 1]!, powers[k - 1]!));

/**
 * The CRC-32 of two texts behind each other from their own: crc(a) x^(8 |b|) + crc(b).
 *
 * @param length the bytes of the second
 */
export function crc32Combine(first: number, second: number, length: number): number {
  let shifted = first;
  for (let k = 0, rest = length; rest > 0; k++, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shifted = multiply(shifted, powers[k]!);
  }
  return (shifted ^ second) >>> 0;
}
