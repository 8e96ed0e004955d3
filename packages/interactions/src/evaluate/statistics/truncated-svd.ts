import type { Seed } from '@synth/core';
import { defaultSeed, normal, streams } from '@synth/core';
import type { SparseRows } from '../../matrix/interaction-matrix';
import { transpose } from '../../matrix/transpose';
import type { SymmetricEigen } from './symmetric-eigen';
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

/** What to decompose in place of the 0s and 1s of the pattern: row r and column c scaled by these. */
export interface SvdOptions extends SingularValueOptions {
  readonly rowScale?: Float64Array;
  readonly columnScale?: Float64Array;
}

/** The largest singular values, descending, and their unit vectors: vector j stands in column j. */
export interface TruncatedSvd {
  readonly values: Float64Array;
  /** rows x values, by rows. */
  readonly left: Float64Array;
  /** columns x values, by rows. */
  readonly right: Float64Array;
}

/**
 * The largest singular values of a sparse matrix and their vectors, by block subspace iteration with Rayleigh-Ritz
 * projection on the smaller side, between whose steps a Chebyshev polynomial damps what lies under the block (Zhou and
 * Saad, SIAM J. Matrix Anal. 2007). Entries count as 1, times the scales of their row and column.
 *
 * A step costs about 16 (count + 16) multiplications an entry; some ten steps are usual.
 *
 * @param count how many; fewer where the matrix has fewer
 * @example
 * ```ts
 * const matrix = matrixFromIndices({ rows: 2, cols: 3, userIndices: [0, 0, 1], itemIndices: [0, 1, 2] });
 * const { values, left } = truncatedSvd(matrix, 1);
 * [values[0].toFixed(4), Math.abs(left[0]).toFixed(4), Math.abs(left[1]).toFixed(4)]; // => ['1.4142', '1.0000', '0.0000']
 * ```
 */
export function truncatedSvd(matrix: SparseRows, count: number, options: SvdOptions = {}): TruncatedSvd {
  const { seed = defaultSeed, tolerance = 1e-5, maxSteps = 60 } = options;
  const upright = matrix.rows <= matrix.cols;
  const a = upright ? matrix : transpose(matrix);
  const [rowScale, columnScale] = upright
    ? [options.rowScale, options.columnScale]
    : [options.columnScale, options.rowScale];
  const wanted = Math.min(count, a.rows);
  const width = Math.min(wanted + 16, a.rows);
  const rng = streams({ seed, dataset: 'evaluate' }).stream('subspace').at(0);
  const product = gramProduct(a, width, rowScale, columnScale);
  let block: Float64Array = normal({ mean: 0, sd: 1 }).fill(rng, new Float64Array(a.rows * width));
  let ritz: SymmetricEigen = { values: new Float64Array(width), vectors: new Float64Array(width * width) };
  let energy = 0;
  for (let step = 0; step < maxSteps; step++) {
    orthonormalise(block, a.rows, width);
    const image = product(block);
    ritz = symmetricEigen(project(block, image, a.rows, width), width);
    const before = energy;
    energy = ritz.values.subarray(0, wanted).reduce((sum, value) => sum + value, 0);
    block = multiply(block, ritz.vectors, a.rows, width);
    if (energy - before <= tolerance * energy || width === a.rows) break;
    block = damped(block, multiply(image, ritz.vectors, a.rows, width), product, ritz.values[width - 1]!);
  }
  const values = ritz.values.slice(0, wanted).map((value) => Math.sqrt(Math.max(0, value)));
  const near = heads(block, a.rows, width, wanted);
  const far = otherSide(a, near, values, rowScale, columnScale);
  return upright ? { values, left: near, right: far } : { values, left: far, right: near };
}

/** The first `wanted` of `width` columns. */
function heads(block: Float64Array, rows: number, width: number, wanted: number): Float64Array {
  const out = new Float64Array(rows * wanted);
  for (let row = 0; row < rows; row++)
    out.set(block.subarray(row * width, row * width + wanted), row * wanted);
  return out;
}

/** The right vectors of left ones: A'u by the singular value, 0 where that is 0. */
function otherSide(
  { rows, cols, indptr, indices }: SparseRows,
  left: Float64Array,
  values: Float64Array,
  rowScale: Float64Array | undefined,
  columnScale: Float64Array | undefined,
): Float64Array {
  const width = values.length;
  const scaled = scaleRows(left, rowScale, width);
  const out = new Float64Array(cols * width);
  for (let row = 0; row < rows; row++) {
    for (let k = indptr[row]!; k < indptr[row + 1]!; k++)
      addRow(out, indices[k]! * width, scaled, row * width, width);
  }
  return scaleRows(out, columnScale, width).map((value, at) => {
    const length = values[at % width]!;
    return length === 0 ? 0 : value / length;
  });
}

/** Rows times their scales; the block itself where there are none. */
function scaleRows(block: Float64Array, scale: Float64Array | undefined, width: number): Float64Array {
  return scale === undefined ? block : block.map((value, at) => value * scale[Math.floor(at / width)]!);
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

/** Multiplies a block by A A', where A is the pattern with its scales. Blocks hold `width` numbers a row. */
function gramProduct(
  { rows, cols, indptr, indices }: SparseRows,
  width: number,
  rowScale: Float64Array | undefined,
  columnScale: Float64Array | undefined,
): (block: Float64Array) => Float64Array {
  const inner = new Float64Array(cols * width);
  const twice = columnScale?.map((value) => value * value);
  return (block) => {
    const scaled = scaleRows(block, rowScale, width);
    inner.fill(0);
    for (let row = 0; row < rows; row++) {
      for (let k = indptr[row]!; k < indptr[row + 1]!; k++) {
        addRow(inner, indices[k]! * width, scaled, row * width, width);
      }
    }
    const middle = scaleRows(inner, twice, width);
    const image = new Float64Array(rows * width);
    for (let row = 0; row < rows; row++) {
      for (let k = indptr[row]!; k < indptr[row + 1]!; k++) {
        addRow(image, row * width, middle, indices[k]! * width, width);
      }
    }
    return scaleRows(image, rowScale, width);
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
