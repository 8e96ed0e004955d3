import type { Seed } from '@synth/core';
import { streams } from '@synth/core';
import type { SparseRows } from '@synth/interactions';
import { truncatedSvd } from '@synth/interactions/evaluate';
import { kMeans } from './k-means';

/** The cluster of each user and item. */
export interface SpectralClusters {
  readonly users: Int32Array;
  readonly items: Int32Array;
}

/**
 * Clusters of users and of items by the spectrum of the matrix alone: the singular vectors 2 to k of the matrix with
 * every entry divided by the root of its row's and column's count (Dhillon, KDD 2001), rows of unit length (Ng, Jordan
 * and Weiss, NIPS 2001), k-means on each side.
 *
 * @param matrix no empty rows and columns
 * @param k 2 or more, at most as many as users and as items
 */
export function spectralClusters(
  matrix: SparseRows,
  k: number,
  options: { readonly seed: Seed },
): SpectralClusters {
  const { rows, cols, indptr, indices } = matrix;
  const columnScale = new Float64Array(cols);
  for (const column of indices) columnScale[column]!++;
  const rowScale = Float64Array.from({ length: rows }, (_, row) => indptr[row + 1]! - indptr[row]!);
  const { left, right, values } = truncatedSvd(matrix, k, {
    seed: options.seed,
    tolerance: 1e-6,
    rowScale: rowScale.map(rootOfInverse),
    columnScale: columnScale.map(rootOfInverse),
  });
  const stream = streams({ seed: options.seed, dataset: 'evaluate' }).stream('clusters');
  const clusters = (vectors: Float64Array, size: number, side: number): Int32Array => {
    const width = values.length - 1;
    return kMeans({ values: unitRows(vectors, size, width), size, width }, k, stream.at(side));
  };
  return { users: clusters(left, rows, 0), items: clusters(right, cols, 1) };
}

const rootOfInverse = (count: number): number => 1 / Math.sqrt(count);

/** Without the first vector, which tells counts, each row to unit length; rows of zeros stay. */
function unitRows(vectors: Float64Array, size: number, width: number): Float64Array {
  const out = new Float64Array(size * width);
  for (let row = 0; row < size; row++) {
    const own = vectors.subarray(row * (width + 1) + 1, (row + 1) * (width + 1));
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) own.forEach((value, f) => (out[row * width + f] = value / length));
  }
  return out;
}
