/**
 * The Cholesky factor L of a symmetric positive definite matrix, A = L L', in place: the lower triangle is L, what is
 * above stays as it was. By rows, so that every inner loop runs over neighbours in memory. n^3 / 6 multiplications.
 *
 * @param a by rows, n x n; read below and on the diagonal
 * @returns false where the matrix is not positive definite; then it is half done
 * @example
 * ```ts
 * const a = Float64Array.of(4, 0, 2, 5);
 * cholesky(a, 2); // => true
 * [...a]; // => [2, 0, 1, 2]
 * ```
 */
export function cholesky(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= a[i * n + k]! * a[j * n + k]!;
      if (j < i) a[i * n + j] = sum / a[j * n + j]!;
      else if (sum > 0) a[i * n + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/**
 * Solves L L' x = b in place, from the factor of {@link cholesky}.
 *
 * @example
 * ```ts
 * const b = Float64Array.of(8, 14);
 * choleskySolve(Float64Array.of(2, 0, 1, 2), 2, b);
 * [...b]; // => [0.75, 2.5]
 * ```
 */
export function choleskySolve(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * b[k]!;
    b[i] = sum / l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i]! * b[k]!;
    b[i] = sum / l[i * n + i]!;
  }
}

/**
 * The inverse of L L' as a new full matrix, from the factor of {@link cholesky}. n^3 / 3 multiplications.
 *
 * @example
 * ```ts
 * [...choleskyInverse(Float64Array.of(2, 0, 1, 2), 2)]; // => [0.3125, -0.125, -0.125, 0.25]
 * ```
 */
export function choleskyInverse(l: Float64Array, n: number): Float64Array {
  // Rows of L^-1: row i is (e_i - sum over k < i of L_ik row_k) / L_ii.
  const m = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    m[i * n + i] = 1;
    for (let k = 0; k < i; k++) addRow(m, i * n, m, k * n, k + 1, -l[i * n + k]!);
    const scale = 1 / l[i * n + i]!;
    for (let j = 0; j <= i; j++) m[i * n + j]! *= scale;
  }
  const inverse = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i <= k; i++) addRow(inverse, i * n, m, k * n, i + 1, m[k * n + i]!);
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[j * n + i] = inverse[i * n + j]!;
  return inverse;
}

function addRow(
  to: Float64Array,
  at: number,
  from: Float64Array,
  start: number,
  length: number,
  factor: number,
): void {
  if (factor === 0) return;
  for (let j = 0; j < length; j++) to[at + j]! += factor * from[start + j]!;
}
