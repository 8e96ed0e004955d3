/**
 * The Gini coefficient 2 sum(i x_(i)) / (n sum x) - (n + 1) / n, x ascending: 0 when all are equal, towards 1 when one
 * has everything. Values of 0 count; leave out users or items without interactions before.
 *
 * @example
 * ```ts
 * gini([1, 1, 1, 1]); // => 0
 * gini([0, 0, 0, 4]); // => 0.75
 * ```
 */
export function gini(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  let total = 0;
  let weighted = 0;
  for (let i = 0; i < sorted.length; i++) {
    total += sorted[i]!;
    weighted += (i + 1) * sorted[i]!;
  }
  const n = sorted.length;
  return (2 * weighted) / (n * total) - (n + 1) / n;
}
