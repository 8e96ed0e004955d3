/** Eigenvalues, descending, and eigenvectors of a symmetric matrix: vector j stands in column j of `vectors`. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * The eigen-decomposition of a symmetric matrix: Householder reflections to tridiagonal form, then implicit QL steps
 * (Golub and Van Loan, sections 8.3.1 and 8.3.3; Numerical Recipes, section 11.4). O(n^3).
 *
 * @param source n x n, by rows; not changed
 */
export function symmetricEigen(source: Float64Array, n: number): SymmetricEigen {
  const { diagonal, beside, basis } = tridiagonal(source, n);
  qlSteps(diagonal, beside, basis, n);
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => diagonal[j]! - diagonal[i]!);
  const vectors = new Float64Array(n * n);
  // The basis is kept by rows of vectors, so that rotations run along memory.
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors[i * n + to] = basis[from * n + i]!;
  });
  return { values: Float64Array.from(order, (i) => diagonal[i]!), vectors };
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Entry i stands between i and i + 1. */
  readonly beside: Float64Array;
  /** Row i is the i-th direction of the tridiagonal form. */
  readonly basis: Float64Array;
}

/** Reflects column after column of the matrix until nothing is left but three diagonals. */
function tridiagonal(source: Float64Array, n: number): Tridiagonal {
  const a = source.slice();
  const basis = new Float64Array(n * n);
  for (let i = 0; i < n; i++) basis[i * n + i] = 1;
  const beside = new Float64Array(n);
  const v = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k + 2 < n; k++) {
    let norm = 0;
    for (let i = k + 1; i < n; i++) norm += a[i * n + k]! * a[i * n + k]!;
    norm = Math.sqrt(norm);
    if (norm === 0) continue;
    const head = a[(k + 1) * n + k]!;
    const target = head > 0 ? -norm : norm;
    v.fill(0);
    for (let i = k + 1; i < n; i++) v[i] = a[i * n + k]!;
    v[k + 1]! -= target;
    const scale = 1 / (norm * (norm + Math.abs(head)));
    reflect(a, v, p, scale, k, n);
    reflectRows(basis, v, scale, k + 1, n);
  }
  for (let i = 0; i + 1 < n; i++) beside[i] = a[(i + 1) * n + i]!;
  return { diagonal: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), beside, basis };
}

/** a becomes H a H with H = I - scale v v', where v begins after k. */
function reflect(
  a: Float64Array,
  v: Float64Array,
  p: Float64Array,
  scale: number,
  k: number,
  n: number,
): void {
  let along = 0;
  for (let i = k; i < n; i++) {
    let sum = 0;
    for (let j = k + 1; j < n; j++) sum += a[i * n + j]! * v[j]!;
    p[i] = scale * sum;
    along += p[i]! * v[i]!;
  }
  for (let i = k; i < n; i++) p[i]! -= (scale / 2) * along * v[i]!;
  for (let i = k; i < n; i++) {
    for (let j = k; j < n; j++) a[i * n + j]! -= v[i]! * p[j]! + p[i]! * v[j]!;
  }
}

/** Rows from `from` on, combined by H: the directions of the reflected matrix. */
function reflectRows(basis: Float64Array, v: Float64Array, scale: number, from: number, n: number): void {
  const sums = new Float64Array(n);
  for (let i = from; i < n; i++) {
    const factor = v[i]!;
    for (let j = 0; j < n; j++) sums[j]! += factor * basis[i * n + j]!;
  }
  for (let i = from; i < n; i++) {
    const factor = scale * v[i]!;
    for (let j = 0; j < n; j++) basis[i * n + j]! -= factor * sums[j]!;
  }
}

/** Rotates the entries beside the diagonal away, one value after the other. */
function qlSteps(diagonal: Float64Array, beside: Float64Array, basis: Float64Array, n: number): void {
  for (let l = 0; l < n; l++) {
    for (let step = 0; step < 60; step++) {
      let m = l;
      while (m < n - 1 && !isNegligible(beside[m]!, diagonal[m]!, diagonal[m + 1]!)) m++;
      if (m === l) break;
      qlStep(diagonal, beside, basis, n, l, m);
    }
  }
}

const isNegligible = (entry: number, above: number, below: number): boolean =>
  Math.abs(entry) <= Number.EPSILON * (Math.abs(above) + Math.abs(below));

/** One implicit QL step with Wilkinson's shift on the part from l to m. */
function qlStep(
  diagonal: Float64Array,
  beside: Float64Array,
  basis: Float64Array,
  n: number,
  l: number,
  m: number,
): void {
  let g = (diagonal[l + 1]! - diagonal[l]!) / (2 * beside[l]!);
  let r = Math.hypot(g, 1);
  g = diagonal[m]! - diagonal[l]! + beside[l]! / (g + (g >= 0 ? r : -r));
  let [s, c, p] = [1, 1, 0];
  for (let i = m - 1; i >= l; i--) {
    const f = s * beside[i]!;
    const b = c * beside[i]!;
    r = Math.hypot(f, g);
    beside[i + 1] = r;
    if (r === 0) {
      diagonal[i + 1]! -= p;
      beside[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = diagonal[i + 1]! - p;
    r = (diagonal[i]! - g) * s + 2 * c * b;
    p = s * r;
    diagonal[i + 1] = g + p;
    g = c * r - b;
    for (let k = 0; k < n; k++) {
      const upper = basis[(i + 1) * n + k]!;
      const lower = basis[i * n + k]!;
      basis[(i + 1) * n + k] = s * lower + c * upper;
      basis[i * n + k] = c * lower - s * upper;
    }
  }
  diagonal[l]! -= p;
  beside[l] = g;
  beside[m] = 0;
}
