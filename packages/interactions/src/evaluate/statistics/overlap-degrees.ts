import type { SparseRows } from '../../matrix/interaction-matrix';

/**
 * For each of some rows, with how many other rows it has at least one column in common.
 *
 * @param transposed the transpose of `matrix`
 * @param rows which rows. Default all
 */
export function overlapDegrees(
  matrix: SparseRows,
  transposed: SparseRows,
  rows?: ArrayLike<number>,
): Int32Array {
  const words = Math.ceil(matrix.rows / 32);
  // Where a column holds more rows than a set of bits has words, sets are united faster than rows are walked.
  const dense = transposed.indices.length >= transposed.rows * words;
  const degreeOf = dense ? degreeByBits(matrix, transposed, words) : degreeByWalk(matrix, transposed);
  return Int32Array.from({ length: rows?.length ?? matrix.rows }, (_, k) => degreeOf(rows?.[k] ?? k));
}

/** Unites the rows of a row's columns, 32 at a time. */
function degreeByBits(
  { indptr, indices }: SparseRows,
  transposed: SparseRows,
  words: number,
): (row: number) => number {
  const bits = new Int32Array(transposed.rows * words);
  for (let column = 0; column < transposed.rows; column++) {
    for (let b = transposed.indptr[column]!; b < transposed.indptr[column + 1]!; b++) {
      const other = transposed.indices[b]!;
      bits[column * words + (other >>> 5)]! |= 1 << (other & 31);
    }
  }
  const union = new Int32Array(words);
  return (row) => {
    union.fill(0);
    for (let a = indptr[row]!; a < indptr[row + 1]!; a++) {
      const from = indices[a]! * words;
      for (let word = 0; word < words; word++) union[word]! |= bits[from + word]!;
    }
    // The row is among its own.
    return Math.max(0, union.reduce((sum, word) => sum + onesIn(word), 0) - 1);
  };
}

/** How many of 32 bits are set (Warren, Hacker's Delight, section 5-1). */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Walks the rows of a row's columns, until all rows are reached. */
function degreeByWalk(
  matrix: SparseRows,
  { indptr: starts, indices: others }: SparseRows,
): (row: number) => number {
  let most = -1;
  for (let row = 0; row < matrix.rows; row++) if (matrix.indptr[row]! < matrix.indptr[row + 1]!) most++;
  const seenBy = new Int32Array(matrix.rows).fill(-1);
  let turn = -1;
  return (row) => {
    seenBy[row] = ++turn;
    let degree = 0;
    for (let a = matrix.indptr[row]!; a < matrix.indptr[row + 1]! && degree < most; a++) {
      const column = matrix.indices[a]!;
      const end = starts[column + 1]!;
      for (let b = starts[column]!; b < end; b++) {
        const other = others[b]!;
        if (seenBy[other] === turn) continue;
        seenBy[other] = turn;
        degree++;
      }
    }
    return degree;
  };
}

/** The steps that {@link overlapDegrees} takes over all rows: the sum over columns of the square of their count. */
export function overlapCost(transposed: SparseRows): number {
  let cost = 0;
  for (let column = 0; column < transposed.rows; column++) {
    const count = transposed.indptr[column + 1]! - transposed.indptr[column]!;
    cost += count * count;
  }
  return cost;
}
