import type { Seed } from '@synth/core';
import { defaultSeed, normal, streams } from '@synth/core';
import type { SparseRows } from '../../matrix/interaction-matrix';
import { transpose } from '../../matrix/transpose';
import { symmetricEigen } from './symmetric-eigen';

/** How exactly to compute. */
export interface SingularValueOptions {
  /** Of the random start. @defaultValue 'synth' */
  readonly seed?: Seed;
  /** Stops when the sum of the squared values grows by less than this share. @defaultValue 1e-5 */
  readonly tolerance?: number;
  /** @defaultValue 60 */
  readonly maxSteps?: number;
}

/**
 * The largest singular values of a sparse matrix, descending, by block subspace iteration with Rayleigh-Ritz
 * projection on the smaller side, between whose steps a Chebyshev polynomial damps what lies under the block (Zhou and
 * Saad, SIAM J. Matrix Anal. 2007). Entries count as 1.
 *
 * A step costs about 16 (count + 16) multiplications an entry; some ten steps are usual.
 *
 * @param count how many; fewer where the matrix has fewer
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 2, cols: 3, userIndices: [0, 0, 1], itemIndices: [0, 1, 2] });
 * Array.from(singularValues(matrix, 2), (value) => value.toFixed(6)); // => ['1.414214', '1.000000']
 * ```
 */
export function singularValues(
  matrix: SparseRows,
  count: number,
  options: SingularValueOptions = {},
): Float64Array {
  const { seed = defaultSeed, tolerance = 1e-5, maxSteps = 60 } = options;
  const a = matrix.rows <= matrix.cols ? matrix : transpose(matrix);
  const wanted = Math.min(count, a.rows);
  const width = Math.min(wanted + 16, a.rows);
  const rng = streams({ seed, dataset: 'evaluate' }).stream('subspace').at(0);
  const gram = gramProduct(a, width);
  let block: Float64Array = normal({ mean: 0, sd: 1 }).fill(rng, new Float64Array(a.rows * width));
  let values = new Float64Array(wanted);
  let energy = 0;
  for (let step = 0; step < maxSteps; step++) {
    orthonormalise(block, a.rows, width);
    const image = gram(block);
    const ritz = symmetricEigen(project(block, image, a.rows, width), width);
    values = ritz.values.slice(0, wanted);
    const before = energy;
    energy = values.reduce((sum, value) => sum + value, 0);
    if (energy - before <= tolerance * energy || width === a.rows) break;
    block = damped(
      multiply(block, ritz.vectors, a.rows, width),
      multiply(image, ritz.vectors, a.rows, width),
      gram,
      ritz.values[width - 1]!,
    );
  }
  return values.map((value) => Math.sqrt(Math.max(0, value)));
}

/**
 * T_4((2 G - bound) / bound) block, where `image` is G block: directions with eigenvalues in [0, bound] stay within
 * their size, those above grow the faster the higher they are. Degree 4 keeps the growth far from the end of doubles.
 */
function damped(
  block: Float64Array,
  image: Float64Array,
  gram: (block: Float64Array) => Float64Array,
  bound: number,
): Float64Array {
  if (!(bound > 0)) return image;
  let last = block;
  let next = image.map((value, i) => (2 * value) / bound - block[i]!);
  for (let degree = 2; degree <= 4; degree++) {
    const product = gram(next);
    const above = last;
    const current = next;
    next = product.map((value, i) => 2 * ((2 * value) / bound - current[i]!) - above[i]!);
    last = current;
  }
  return next;
}

/** Multiplies a block by A A'. Blocks hold `width` numbers a row. */
function gramProduct(
  { rows, cols, indptr, indices }: SparseRows,
  width: number,
): (block: Float64Array) => Float64Array {
  const inner = new Float64Array(cols * width);
  return (block) => {
    inner.fill(0);
    for (let row = 0; row < rows; row++) {
      for (let k = indptr[row]!; k < indptr[row + 1]!; k++) {
        addRow(inner, indices[k]! * width, block, row * width, width);
      }
    }
    const image = new Float64Array(rows * width);
    for (let row = 0; row < rows; row++) {
      for (let k = indptr[row]!; k < indptr[row + 1]!; k++) {
        addRow(image, row * width, inner, indices[k]! * width, width);
      }
    }
    return image;
  };
}

function addRow(to: Float64Array, at: number, from: Float64Array, start: number, width: number): void {
  for (let j = 0; j < width; j++) to[at + j]! += from[start + j]!;
}

/** block' image, a symmetric width x width matrix. */
function project(block: Float64Array, image: Float64Array, rows: number, width: number): Float64Array {
  const product = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) {
      const factor = block[row * width + i]!;
      for (let j = i; j < width; j++) product[i * width + j]! += factor * image[row * width + j]!;
    }
  }
  for (let i = 0; i < width; i++)
    for (let j = 0; j < i; j++) product[i * width + j] = product[j * width + i]!;
  return product;
}

/** block vectors, where `vectors` is width x width. */
function multiply(block: Float64Array, vectors: Float64Array, rows: number, width: number): Float64Array {
  const product = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) {
      const factor = block[row * width + i]!;
      for (let j = 0; j < width; j++) product[row * width + j]! += factor * vectors[i * width + j]!;
    }
  }
  return product;
}

/** Makes the columns of a block orthonormal, in place (Gram-Schmidt, twice). Columns that depend on others become 0. */
function orthonormalise(block: Float64Array, rows: number, width: number): void {
  const columns = Array.from({ length: width }, (_, j) => {
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row++) column[row] = block[row * width + j]!;
    return column;
  });
  columns.forEach((column, j) => {
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i < j; i++) {
        const factor = dot(columns[i]!, column);
        for (let row = 0; row < rows; row++) column[row]! -= factor * columns[i]![row]!;
      }
    }
    const norm = Math.sqrt(dot(column, column));
    const scale = norm > 1e-12 * before ? 1 / norm : 0;
    for (let row = 0; row < rows; row++) block[row * width + j] = column[row]! *= scale;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
