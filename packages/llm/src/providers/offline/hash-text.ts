// Weights of what a text is made of: its words, pairs of neighbours, and pieces of words, by which spellings are near.
const wordWeight = 1;
const shortWordWeight = 0.3;
const pairWeight = 0.5;
const pieceWeight = 0.35;

/** A 32-bit bijection with full avalanche (multiply-xorshift constants by TheIronBorn). */
function mix(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  return h ^ (h >>> 15);
}

/** Letters and digits, of any script: what is no space, mark or sign. */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
  return unit >= 0xaa && !(unit >= 0x2000 && unit < 0x2c00) && !(unit >= 0x3000 && unit < 0x3040);
}

/** Accents that stand alone after decomposition, those of kana too. */
const isMark = (unit: number): boolean =>
  (unit >= 0x300 && unit < 0x370) || unit === 0x3099 || unit === 0x309a;

/** Scripts whose words are not set apart: there a run of letters is a phrase, and says little as a whole. */
const isUnspaced = (unit: number): boolean => unit >= 0x2e80 && unit < 0xac00;

// eslint-disable-next-line no-control-regex -- the range is ASCII itself
const foreign = /[^\u0000-\u007f]/;

/**
 * Adds a text to a vector: each word, pair of words and piece of a word (three letters, or two of a script without
 * spaces) adds its weight, with a sign, at the place of its hash (feature hashing, Weinberger et al. 2009).
 * Case, accents and punctuation do not count.
 */
export function hashText(text: string, vector: Float32Array): void {
  const lower = (foreign.test(text) ? text.normalize('NFKD') : text).toLowerCase();
  const dimensions = vector.length;
  const add = (hash: number, weight: number): void => {
    const at = (hash >>> 1) % dimensions;
    vector[at]! += (hash & 1) === 0 ? weight : -weight;
  };
  let before = 0;
  let word = 0;
  let length = 0;
  // The last two letters of the word so far; 1 stands before its first.
  let a = 0;
  let b = 1;
  const close = (): void => {
    if (length === 0) return;
    if (length > 1) add(mix(mix((a << 16) ^ b) ^ 2), pieceWeight);
    const whole = mix(word ^ length);
    add(whole, length > 3 && !isUnspaced(b) ? wordWeight : shortWordWeight);
    if (before !== 0) add(mix(before ^ Math.imul(whole, 31)), pairWeight);
    before = whole;
    word = 0;
    length = 0;
    a = 0;
    b = 1;
  };
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i);
    if (isMark(unit)) continue;
    if (!isWordUnit(unit)) {
      close();
      continue;
    }
    word = mix(word ^ unit);
    length++;
    if (length > 1 && isUnspaced(unit)) add(mix((b << 16) ^ unit ^ 0x5bd1), pieceWeight);
    else if (length > 1) add(mix(mix((a << 16) ^ b) ^ unit), pieceWeight);
    a = b;
    b = unit;
  }
  close();
}

/** The unit vector of a text: of one that has no word, that of emptiness. */
export function textVector(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  hashText(text, vector);
  let square = 0;
  for (let i = 0; i < dimensions; i++) square += vector[i]! * vector[i]!;
  if (square === 0) {
    vector[0] = 1;
    return vector;
  }
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < dimensions; i++) vector[i]! *= scale;
  return vector;
}
