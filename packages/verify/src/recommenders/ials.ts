import { cholesky, choleskySolve } from '@synth/core';
import type { SparseRows } from '@synth/interactions';
import { transpose } from '@synth/interactions';
import type { Recommender } from '@synth/interactions/evaluate';
import { factorModel, initialFactors } from './factor-model';
import { requireOption } from './model-option';

/** Options of {@link ials}. */
export interface IalsOptions {
  /** @defaultValue 32 */
  readonly factors?: number;
  /** Sweeps over users and items. @defaultValue 12 */
  readonly sweeps?: number;
  /** How much more an interaction counts than none, above 0. @defaultValue 10 */
  readonly alpha?: number;
  /** Ridge penalty, above 0. @defaultValue 60 */
  readonly lambda?: number;
}

/**
 * Implicit alternating least squares (Hu, Koren and Volinsky, ICDM 2008): factors of least
 * sum c_ui (x_ui - u'v)^2 + lambda (|U|^2 + |V|^2), with confidence 1 + alpha for an interaction and 1 for none.
 *
 * O(sweeps (interactions factors^2 + (users + items) factors^3)).
 *
 * @throws SynthError `MODEL_OPTION`
 * @example
 * ```ts
 * // Three users: items 0 and 1; 2 and 3; 2.
 * const train = {
 *   rows: 3, cols: 4, indptr: Int32Array.of(0, 2, 4, 5), indices: Int32Array.of(0, 1, 2, 3, 2),
 * };
 * Array.from(ials({ factors: 2, lambda: 0.1 }).fit(train).recommend(2, 1)); // => [3]
 * ```
 */
export function ials(options: IalsOptions = {}): Recommender {
  const { factors = 32, sweeps = 12, alpha = 10, lambda = 60 } = options;
  requireOption(Number.isInteger(factors) && factors > 0, 'factors', factors, 'a whole number above 0');
  requireOption(Number.isInteger(sweeps) && sweeps > 0, 'sweeps', sweeps, 'a whole number above 0');
  requireOption(alpha > 0, 'alpha', alpha, 'a number above 0');
  requireOption(lambda > 0, 'lambda', lambda, 'a number above 0');
  return {
    name: 'iALS',
    fit(train, { seed } = {}) {
      const model = initialFactors(train, { model: 'ials', seed, factors, sd: 0.1 });
      const byItem = transpose(train);
      for (let sweep = 0; sweep < sweeps; sweep++) {
        solveRows(train, model.users, model.items, { factors, alpha, lambda });
        solveRows(byItem, model.items, model.users, { factors, alpha, lambda });
      }
      return factorModel(train, model, seed);
    },
  };
}

/** The best factors of each row while those of the columns stay: (V'V + alpha sum v v' + lambda I) u = (1 + alpha) sum v. */
function solveRows(
  matrix: SparseRows,
  rows: Float64Array,
  columns: Float64Array,
  { factors: n, alpha, lambda }: { factors: number; alpha: number; lambda: number },
): void {
  const gram = new Float64Array(n * n);
  for (let column = 0; column < matrix.cols; column++) addOuter(gram, columns, column * n, n, 1);
  for (let i = 0; i < n; i++) gram[i * n + i]! += lambda;
  const a = new Float64Array(n * n);
  const b = new Float64Array(n);
  for (let row = 0; row < matrix.rows; row++) {
    a.set(gram);
    b.fill(0);
    for (let k = matrix.indptr[row]!; k < matrix.indptr[row + 1]!; k++) {
      const at = matrix.indices[k]! * n;
      addOuter(a, columns, at, n, alpha);
      for (let i = 0; i < n; i++) b[i]! += (1 + alpha) * columns[at + i]!;
    }
    cholesky(a, n);
    choleskySolve(a, n, b);
    rows.set(b, row * n);
  }
}

/** Adds factor v v' to the lower triangle. */
function addOuter(a: Float64Array, v: Float64Array, at: number, n: number, factor: number): void {
  for (let i = 0; i < n; i++) {
    const scaled = factor * v[at + i]!;
    for (let j = 0; j <= i; j++) a[i * n + j]! += scaled * v[at + j]!;
  }
}
