import type { SparseRows } from '../../matrix/interaction-matrix';
import { rowCounts } from '../../matrix/counts';
import { kthLargest } from '../ranking/kth-largest';

/** How many neighbours count, and how much small overlaps are damped. */
export interface NeighbourOptions {
  /** Neighbours kept, an integer of 1 or more. @defaultValue 100 */
  readonly k?: number;
  /** Added to the denominator of the cosine, 0 or more. @defaultValue 10 */
  readonly shrink?: number;
}

/** The nearest rows of one row, in no particular order: valid until the next search. */
export interface Neighbours {
  size: number;
  readonly rows: Int32Array;
  readonly similarities: Float64Array;
}

/**
 * Finds the k rows most similar to a row by the shrunk cosine c / (|i| |j| + shrink), where c is how many columns the
 * two share. Rows that share none are no neighbours; of equal ones at the border the lower `ties` is kept.
 *
 * Co-occurrences are accumulated through the transpose: the cost of a row is the sum of the counts of its columns.
 *
 * @param overlaps the co-occurrences of all rows where they are known, see {@link rowOverlaps}
 */
export function neighbourSearch(
  matrix: SparseRows,
  transposed: SparseRows,
  ties: Int32Array,
  options: NeighbourOptions = {},
  overlaps?: Int32Array,
): (row: number) => Neighbours {
  const { k = 100, shrink = 10 } = options;
  const { indptr: starts, indices: others } = transposed;
  const norms = Float64Array.from(rowCounts(matrix), Math.sqrt);
  const shared = new Int32Array(matrix.rows);
  const touched = new Int32Array(matrix.rows);
  const similarity = new Float64Array(matrix.rows);
  const scratch = new Float64Array(matrix.rows);
  const found: Neighbours = {
    size: 0,
    rows: new Int32Array(Math.min(k, matrix.rows)),
    similarities: new Float64Array(Math.min(k, matrix.rows)),
  };
  const keep = (row: number): void => {
    found.rows[found.size] = row;
    found.similarities[found.size++] = similarity[row]!;
  };

  /** Fills `shared` and `touched`; how many rows share a column with a row, itself among them. */
  const accumulate = (row: number): number => {
    let count = 0;
    for (let a = matrix.indptr[row]!; a < matrix.indptr[row + 1]!; a++) {
      const column = matrix.indices[a]!;
      const end = starts[column + 1]!;
      for (let b = starts[column]!; b < end; b++) {
        const other = others[b]!;
        if (shared[other]!++ === 0) touched[count++] = other;
      }
    }
    return count;
  };

  const take = (row: number, known: Int32Array): number => {
    let count = 0;
    for (let other = 0, at = row * matrix.rows; other < matrix.rows; other++, at++) {
      shared[other] = known[at]!;
      if (known[at] !== 0) touched[count++] = other;
    }
    return count;
  };

  return (row) => {
    const count = overlaps === undefined ? accumulate(row) : take(row, overlaps);
    found.size = 0;
    let size = 0;
    for (let t = 0; t < count; t++) {
      const other = touched[t]!;
      if (other !== row) {
        similarity[other] = shared[other]! / (norms[row]! * norms[other]! + shrink);
        scratch[size] = similarity[other]!;
        touched[size++] = other;
      }
      shared[other] = 0;
    }
    if (size <= k) {
      for (let t = 0; t < size; t++) keep(touched[t]!);
      return found;
    }
    const border = kthLargest(scratch, size, k);
    const onBorder: number[] = [];
    for (let t = 0; t < size; t++) {
      const other = touched[t]!;
      if (similarity[other]! > border) keep(other);
      else if (similarity[other] === border) onBorder.push(other);
    }
    onBorder.sort((a, b) => ties[a]! - ties[b]!);
    for (let t = 0; found.size < k; t++) keep(onBorder[t]!);
    return found;
  };
}
