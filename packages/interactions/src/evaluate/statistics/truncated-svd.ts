import type { Seed } from '@synth/core';
import { defaultSeed, streams } from '@synth/core';
import type { SparseRows } from '../../matrix/interaction-matrix';
import { transpose } from '../../matrix/transpose';
import type { KrylovSpace } from './krylov-space';
import { blockWidth, krylovSpace } from './krylov-space';
import type { SymmetricEigen } from './symmetric-eigen';
import { symmetricEigen } from './symmetric-eigen';

/** How exactly to compute. */
export interface SingularValueOptions {
  /** Of the random start. @defaultValue 'synth' */
  readonly seed?: Seed;
  /** Stops when the sum of the squared values grows by less than this share. @defaultValue 1e-5 */
  readonly tolerance?: number;
  /** Directions that are searched at most. @defaultValue 480 */
  readonly maxDirections?: number;
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
 * The largest singular values of a sparse matrix and their vectors, by block Lanczos steps with full orthogonalisation on
 * the smaller side (Golub and Van Loan, section 10.3): images of eight random directions under A A', made orthogonal,
 * their images, and so on, until the values within what they span grow no more. Entries count as 1, times the scales of
 * their row and column.
 *
 * A block costs 16 multiplications an entry; some twenty blocks are usual.
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
  const sides = sidesOf(matrix, options);
  const { values, ritz, space } = searched(sides, count, options);
  const near = space.combined(ritz.vectors, values.length);
  const far = otherSide(sides, near, values);
  return sides.upright ? { values, left: near, right: far } : { values, left: far, right: near };
}

/** The values of {@link truncatedSvd} alone. */
export function truncatedSingularValues(
  matrix: SparseRows,
  count: number,
  options: SvdOptions = {},
): Float64Array {
  return searched(sidesOf(matrix, options), count, options).values;
}

/** A matrix by rows and by columns, the smaller side first. */
interface Sides {
  /** Whether the smaller side are the rows of the matrix. */
  readonly upright: boolean;
  readonly near: SparseRows;
  readonly far: SparseRows;
  readonly nearScale: Float64Array | undefined;
  readonly farScale: Float64Array | undefined;
}

function sidesOf(matrix: SparseRows, { rowScale, columnScale }: SvdOptions): Sides {
  const transposed = transpose(matrix);
  return matrix.rows <= matrix.cols
    ? { upright: true, near: matrix, far: transposed, nearScale: rowScale, farScale: columnScale }
    : { upright: false, near: transposed, far: matrix, nearScale: columnScale, farScale: rowScale };
}

function searched(
  sides: Sides,
  count: number,
  { seed = defaultSeed, tolerance = 1e-5, maxDirections = 480 }: SvdOptions,
): { readonly values: Float64Array; readonly ritz: SymmetricEigen; readonly space: KrylovSpace } {
  const n = sides.near.rows;
  const wanted = Math.min(count, n);
  const product = gramProduct(sides);
  const space = krylovSpace(n, streams({ seed, dataset: 'evaluate' }).stream('subspace').at(0));
  const most = Math.min(n, Math.max(maxDirections, 2 * wanted));
  let ritz: SymmetricEigen = symmetricEigen(new Float64Array(0), 0);
  let energy = 0;
  let check = Math.min(most, 2 * wanted + 24);
  space.begin();
  while (space.size < most) {
    space.extend(product);
    if (space.size < check && space.size < most) continue;
    check = space.size + checkEvery;
    ritz = symmetricEigen(space.projection(), space.size);
    const before = energy;
    energy = ritz.values.subarray(0, wanted).reduce((sum, value) => sum + value, 0);
    if (energy - before <= tolerance * energy) break;
  }
  const values = ritz.values.slice(0, wanted).map((value) => Math.sqrt(Math.max(0, value)));
  return { values, ritz, space };
}

/** Directions between two looks at the values. */
const checkEvery = 32;

/** The vectors of the other side: A'u by the singular value, 0 where that is 0. */
function otherSide(
  { near, nearScale, farScale }: Sides,
  vectors: Float64Array,
  values: Float64Array,
): Float64Array {
  const { rows, cols, indptr, indices } = near;
  const width = values.length;
  const scaled = scaleRows(vectors, nearScale, width);
  const out = new Float64Array(cols * width);
  for (let row = 0; row < rows; row++) {
    for (let k = indptr[row]!; k < indptr[row + 1]!; k++)
      addRow(out, indices[k]! * width, scaled, row * width, width);
  }
  return scaleRows(out, farScale, width).map((value, at) => {
    const length = values[at % width]!;
    return length === 0 ? 0 : value / length;
  });
}

/** Rows times their scales; the block itself where there are none. */
function scaleRows(block: Float64Array, scale: Float64Array | undefined, width: number): Float64Array {
  return scale === undefined ? block : block.map((value, at) => value * scale[Math.floor(at / width)]!);
}

/** Multiplies a block by A A', where A is the pattern with its scales. Blocks hold `blockWidth` numbers a row. */
function gramProduct({ near, far, nearScale, farScale }: Sides): (block: Float64Array) => Float64Array {
  const width = blockWidth;
  const inner = new Float64Array(far.rows * width);
  const twice = farScale?.map((value) => value * value);
  return (block) => {
    gather(inner, scaleRows(block, nearScale, width), far);
    const image = new Float64Array(near.rows * width);
    gather(image, scaleRows(inner, twice, width), near);
    return scaleRows(image, nearScale, width);
  };
}

/** Each row of `to` is the sum of the rows of `from` that its entries name. Written out: the eight numbers stay at hand. */
function gather(to: Float64Array, from: Float64Array, { rows, indptr, indices }: SparseRows): void {
  for (let row = 0; row < rows; row++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    const end = indptr[row + 1]!;
    for (let k = indptr[row]!; k < end; k++) {
      const at = indices[k]! * blockWidth;
      a += from[at]!;
      b += from[at + 1]!;
      c += from[at + 2]!;
      d += from[at + 3]!;
      e += from[at + 4]!;
      f += from[at + 5]!;
      g += from[at + 6]!;
      h += from[at + 7]!;
    }
    const at = row * blockWidth;
    to[at] = a;
    to[at + 1] = b;
    to[at + 2] = c;
    to[at + 3] = d;
    to[at + 4] = e;
    to[at + 5] = f;
    to[at + 6] = g;
    to[at + 7] = h;
  }
}

function addRow(to: Float64Array, at: number, from: Float64Array, start: number, width: number): void {
  for (let j = 0; j < width; j++) to[at + j]! += from[start + j]!;
}
