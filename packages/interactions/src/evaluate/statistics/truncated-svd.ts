import type { Rng, Seed } from '@synth/core';
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
  const { seed = defaultSeed, tolerance = 1e-5, maxDirections = 480 } = options;
  const upright = matrix.rows <= matrix.cols;
  const a = upright ? matrix : transpose(matrix);
  const [rowScale, columnScale] = upright
    ? [options.rowScale, options.columnScale]
    : [options.columnScale, options.rowScale];
  const n = a.rows;
  const wanted = Math.min(count, n);
  const product = gramProduct(a, rowScale, columnScale);
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
  const near = space.combined(ritz.vectors, wanted);
  const far = otherSide(a, near, values, rowScale, columnScale);
  return upright ? { values, left: near, right: far } : { values, left: far, right: near };
}

/** Directions of a block: a line of the processor's cache. */
const blockWidth = 8;

/** Directions between two looks at the values. */
const checkEvery = 32;

/** Orthonormal directions, and how a symmetric operator acts within what they span. */
interface KrylovSpace {
  /** Directions whose images are known. */
  readonly size: number;
  begin(): void;
  /** Takes up the images of the newest directions. `product` maps a block, `blockWidth` numbers a row. */
  extend(product: (block: Float64Array) => Float64Array): void;
  /** The operator within the space, size x size, symmetric. */
  projection(): Float64Array;
  /** The first `wanted` combinations of directions, n x wanted by rows; `vectors` is size x size. */
  combined(vectors: Float64Array, wanted: number): Float64Array;
}

function krylovSpace(n: number, rng: Rng): KrylovSpace {
  const law = normal({ mean: 0, sd: 1 });
  const basis: Float64Array[] = [];
  /** Of each direction whose image is known: its products with the basis as it was then. */
  const rows: Float64Array[] = [];

  /** Adds a direction: what is new in `vector`, or in chance where it holds nothing new. */
  function add(vector: Float64Array): void {
    let direction = vector;
    while (basis.length < n) {
      const before = Math.sqrt(dot(direction, direction));
      for (let pass = 0; pass < 2; pass++)
        for (const one of basis) subtract(direction, one, dot(one, direction));
      const norm = Math.sqrt(dot(direction, direction));
      if (norm > 1e-10 * before && norm > 0) {
        for (let i = 0; i < n; i++) direction[i]! /= norm;
        basis.push(direction);
        return;
      }
      direction = law.fill(rng, new Float64Array(n));
    }
  }

  return {
    get size() {
      return rows.length;
    },
    begin() {
      while (basis.length < Math.min(n, blockWidth)) add(law.fill(rng, new Float64Array(n)));
    },
    extend(product) {
      const first = rows.length;
      const width = basis.length - first;
      const block = new Float64Array(n * blockWidth);
      for (let j = 0; j < width; j++) {
        const direction = basis[first + j]!;
        for (let i = 0; i < n; i++) block[i * blockWidth + j] = direction[i]!;
      }
      const image = product(block);
      const images = Array.from({ length: width }, (_, j) => {
        const column = new Float64Array(n);
        for (let i = 0; i < n; i++) column[i] = image[i * blockWidth + j]!;
        return column;
      });
      for (const column of images) rows.push(Float64Array.from(basis, (direction) => dot(direction, column)));
      for (const column of images) add(column);
    },
    projection() {
      const size = rows.length;
      const t = new Float64Array(size * size);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j <= i; j++) t[i * size + j] = t[j * size + i] = rows[i]![j]!;
      }
      return t;
    },
    combined(vectors, wanted) {
      const size = rows.length;
      const out = new Float64Array(n * wanted);
      for (let j = 0; j < size; j++) {
        const direction = basis[j]!;
        for (let w = 0; w < wanted; w++) {
          const factor = vectors[j * size + w]!;
          for (let i = 0; i < n; i++) out[i * wanted + w]! += factor * direction[i]!;
        }
      }
      return out;
    },
  };
}

function subtract(from: Float64Array, direction: Float64Array, factor: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= factor * direction[i]!;
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

/** Multiplies a block by A A', where A is the pattern with its scales. Blocks hold `blockWidth` numbers a row. */
function gramProduct(
  { rows, cols, indptr, indices }: SparseRows,
  rowScale: Float64Array | undefined,
  columnScale: Float64Array | undefined,
): (block: Float64Array) => Float64Array {
  const width = blockWidth;
  const inner = new Float64Array(cols * width);
  const twice = columnScale?.map((value) => value * value);
  return (block) => {
    const scaled = scaleRows(block, rowScale, width);
    inner.fill(0);
    for (let row = 0; row < rows; row++)
      spreadRow(inner, indices, indptr[row]!, indptr[row + 1]!, scaled, row * width);
    const middle = scaleRows(inner, twice, width);
    const image = new Float64Array(rows * width);
    for (let row = 0; row < rows; row++)
      gatherRow(image, row * width, middle, indices, indptr[row]!, indptr[row + 1]!);
    return scaleRows(image, rowScale, width);
  };
}

/** Adds a row of a block to the rows that the indices from `start` to `end` name. Written out: the eight numbers stay at hand. */
function spreadRow(
  to: Float64Array,
  indices: Int32Array,
  start: number,
  end: number,
  from: Float64Array,
  at: number,
): void {
  const [a, b, c, d] = [from[at]!, from[at + 1]!, from[at + 2]!, from[at + 3]!];
  const [e, f, g, h] = [from[at + 4]!, from[at + 5]!, from[at + 6]!, from[at + 7]!];
  for (let k = start; k < end; k++) {
    const row = indices[k]! * blockWidth;
    to[row]! += a;
    to[row + 1]! += b;
    to[row + 2]! += c;
    to[row + 3]! += d;
    to[row + 4]! += e;
    to[row + 5]! += f;
    to[row + 6]! += g;
    to[row + 7]! += h;
  }
}

/** The sum of the rows that the indices from `start` to `end` name, as a row of a block. Written out as {@link spreadRow}. */
function gatherRow(
  to: Float64Array,
  at: number,
  from: Float64Array,
  indices: Int32Array,
  start: number,
  end: number,
): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  let [e, f, g, h] = [0, 0, 0, 0];
  for (let k = start; k < end; k++) {
    const row = indices[k]! * blockWidth;
    a += from[row]!;
    b += from[row + 1]!;
    c += from[row + 2]!;
    d += from[row + 3]!;
    e += from[row + 4]!;
    f += from[row + 5]!;
    g += from[row + 6]!;
    h += from[row + 7]!;
  }
  to[at] = a;
  to[at + 1] = b;
  to[at + 2] = c;
  to[at + 3] = d;
  to[at + 4] = e;
  to[at + 5] = f;
  to[at + 6] = g;
  to[at + 7] = h;
}

function addRow(to: Float64Array, at: number, from: Float64Array, start: number, width: number): void {
  for (let j = 0; j < width; j++) to[at + j]! += from[start + j]!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
