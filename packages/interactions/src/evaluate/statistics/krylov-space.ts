import type { Rng } from '@synth/core';
import { normal } from '@synth/core';

/** Directions of a block: a line of the processor's cache. */
export const blockWidth = 8;

/** Orthonormal directions, and how a symmetric operator acts within what they span. */
export interface KrylovSpace {
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

/** A space of dimension `n` that begins with random directions. */
export function krylovSpace(n: number, rng: Rng): KrylovSpace {
  const law = normal({ mean: 0, sd: 1 });
  const basis: Float64Array[] = [];
  /** Of each direction whose image is known: its products with the basis as it was then. */
  const rows: Float64Array[] = [];

  /** Adds a direction: what is new in `vector`, or in chance where it holds nothing new. */
  function add(vector: Float64Array): void {
    let direction = vector;
    while (basis.length < n) {
      const before = Math.sqrt(dot(direction, direction));
      for (let pass = 0; pass < 2; pass++) orthogonalise(direction, basis);
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
      const products = basis.map((direction) => blockProducts(direction, image));
      for (let j = 0; j < width; j++) rows.push(Float64Array.from(products, (product) => product[j]!));
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

/** Takes from a vector what lies along each direction, one after the other. */
function orthogonalise(vector: Float64Array, directions: readonly Float64Array[]): void {
  const [first] = directions;
  if (first === undefined) return;
  let along = dot(first, vector);
  for (let j = 0; j + 1 < directions.length; j++) {
    const direction = directions[j]!;
    const next = directions[j + 1]!;
    // The product with the next direction in the same pass: sums wait for each other, the rest is done meanwhile.
    let sum = 0;
    for (let i = 0; i < vector.length; i++) {
      const rest = vector[i]! - along * direction[i]!;
      vector[i] = rest;
      sum += next[i]! * rest;
    }
    along = sum;
  }
  const last = directions.at(-1)!;
  for (let i = 0; i < vector.length; i++) vector[i]! -= along * last[i]!;
}

/** The products of a vector with the columns of a block. Written out: eight sums do not wait for each other. */
function blockProducts(vector: Float64Array, block: Float64Array): readonly number[] {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let i = 0, at = 0; i < vector.length; i++, at += blockWidth) {
    const factor = vector[i]!;
    a += factor * block[at]!;
    b += factor * block[at + 1]!;
    c += factor * block[at + 2]!;
    d += factor * block[at + 3]!;
    e += factor * block[at + 4]!;
    f += factor * block[at + 5]!;
    g += factor * block[at + 6]!;
    h += factor * block[at + 7]!;
  }
  return [a, b, c, d, e, f, g, h];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
