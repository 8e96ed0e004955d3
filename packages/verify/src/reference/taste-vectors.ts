import type { InteractionMatrix } from '@synth/interactions';
import { transpose } from '@synth/interactions';

/** The names of the numbers of {@link tasteVectors}. */
export const tasteFeatures: readonly string[] = [
  'activity',
  'popularity',
  'spread',
  'headShare',
  'cosine',
  'cosineSpread',
  'cosineByChance',
];

const headItems = 0.1;
/** Beyond so many items of a user, an even pick of this many of them by popularity: the pairs grow with the square. */
const mostProfile = 40;

/**
 * Seven numbers that describe each user of a matrix apart from ids, by rows in the order of {@link tasteFeatures}: ln of
 * the number of items; mean and standard deviation of ln(users of the item); the share of items that are of the
 * round(10%) most popular; mean and standard deviation of the cosine between two of the own items, c_ij / sqrt(c_i c_j);
 * and that mean by what it were by chance, sqrt(c_i c_j) (sum of n_u (n_u - 1)) / (sum of n_u)^2 averaged over the same
 * pairs. A user of one item has no pairs: the last three are 0.
 *
 * All is estimated within the matrix, so that matrices to compare should have as many users. Profiles of more than 40
 * items are thinned to 40, evenly over the items ordered by their users.
 *
 * @param matrix without empty rows and columns
 * @example
 * ```ts
 * import { matrixFromIndices } from '@synth/interactions';
 *
 * // Both users have both items: two items in the same hands.
 * const matrix = matrixFromIndices({ rows: 2, cols: 2, userIndices: [0, 0, 1, 1], itemIndices: [0, 1, 0, 1] });
 * const vectors = tasteVectors(matrix);
 * vectors.length; // => 14
 * vectors[4].toFixed(6); // => '1.000000'
 * ```
 */
export function tasteVectors(matrix: InteractionMatrix): Float64Array {
  const { rows, cols, indptr, indices } = matrix;
  const width = tasteFeatures.length;
  const byItem = transpose(matrix);
  const counts = Int32Array.from(
    { length: cols },
    (_, item) => byItem.indptr[item + 1]! - byItem.indptr[item]!,
  );
  const isHead = headOf(counts);
  const shared = sharedUsers(byItem.indptr, byItem.indices, rows);
  const chance = pairsByUsers(indptr) / (indices.length * indices.length);
  const out = new Float64Array(rows * width);
  for (let user = 0; user < rows; user++) {
    const own = indices.subarray(indptr[user]!, indptr[user + 1]!);
    const logs = Float64Array.from(own, (item) => Math.log(counts[item]!));
    const popularity = moments(logs);
    const picked = thinned(own, counts);
    const cosines: number[] = [];
    let expected = 0;
    for (let a = 0; a < picked.length; a++) {
      for (let b = 0; b < a; b++) {
        const norm = Math.sqrt(counts[picked[a]!]! * counts[picked[b]!]!);
        cosines.push(shared(picked[a]!, picked[b]!) / norm);
        expected += norm * chance;
      }
    }
    const cosine = moments(cosines);
    const pairs = Math.max(1, cosines.length);
    out.set(
      [
        Math.log(own.length),
        popularity.mean,
        popularity.sd,
        own.reduce((sum, item) => sum + isHead[item]!, 0) / own.length,
        cosine.mean,
        cosine.sd,
        cosines.length === 0 ? 0 : cosine.mean / (expected / pairs),
      ],
      user * width,
    );
  }
  return out;
}

/** 1 for the round(10%) items with the most users; of equal ones, the first. */
function headOf(counts: Int32Array): Uint8Array {
  const order = Uint32Array.from(counts.keys()).sort((i, j) => counts[j]! - counts[i]! || i - j);
  const head = new Uint8Array(counts.length);
  for (const item of order.subarray(0, Math.round(headItems * counts.length))) head[item] = 1;
  return head;
}

/** Counts the users of both of two items, by sets of bits. */
function sharedUsers(
  indptr: Int32Array,
  indices: Int32Array,
  users: number,
): (first: number, second: number) => number {
  const words = Math.ceil(users / 32);
  const bits = new Uint32Array((indptr.length - 1) * words);
  for (let item = 0; item + 1 < indptr.length; item++) {
    for (let k = indptr[item]!; k < indptr[item + 1]!; k++) {
      bits[item * words + (indices[k]! >>> 5)]! |= 1 << (indices[k]! & 31);
    }
  }
  return (first, second) => {
    let count = 0;
    for (let word = 0; word < words; word++) {
      count += ones(bits[first * words + word]! & bits[second * words + word]!);
    }
    return count;
  };
}

/** The bits of a 32-bit word that are set. */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The sum over users of n (n - 1). */
function pairsByUsers(indptr: Int32Array): number {
  let sum = 0;
  for (let user = 0; user + 1 < indptr.length; user++) {
    const n = indptr[user + 1]! - indptr[user]!;
    sum += n * (n - 1);
  }
  return sum;
}

function thinned(own: Int32Array, counts: Int32Array): Int32Array {
  if (own.length <= mostProfile) return own;
  const byCount = own.slice().sort((i, j) => counts[j]! - counts[i]! || i - j);
  return Int32Array.from(
    { length: mostProfile },
    (_, at) => byCount[Math.floor(((at + 0.5) * own.length) / mostProfile)]!,
  );
}

function moments(values: ArrayLike<number>): { readonly mean: number; readonly sd: number } {
  const n = values.length;
  if (n === 0) return { mean: 0, sd: 0 };
  let mean = 0;
  for (let k = 0; k < n; k++) mean += values[k]! / n;
  let squares = 0;
  for (let k = 0; k < n; k++) squares += (values[k]! - mean) * (values[k]! - mean);
  return { mean, sd: Math.sqrt(squares / n) };
}
