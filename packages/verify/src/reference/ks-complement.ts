/**
 * How alike two columns of numbers are spread (KSComplement of SDMetrics): 1 - sup |F_a - F_b|, with the empirical
 * distribution functions. 1: the same; 0: no overlap. Values that are not finite are left out; NaN where nothing is left.
 *
 * @param a any order; not altered
 * @example
 * ```ts
 * ksComplement([1, 2, 3, 4], [1, 2, 3, 9]); // => 0.75
 * ```
 */
export function ksComplement(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [ascending(a), ascending(b)];
  if (x.length === 0 || y.length === 0) return Number.NaN;
  let distance = 0;
  let j = 0;
  for (let i = 0; i < x.length;) {
    const value = Math.min(x[i]!, y[j] ?? Number.POSITIVE_INFINITY);
    while (i < x.length && x[i]! <= value) i++;
    while (j < y.length && y[j]! <= value) j++;
    distance = Math.max(distance, Math.abs(i / x.length - j / y.length));
  }
  return 1 - distance;
}

const ascending = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values).filter(Number.isFinite).sort();
