import type { ColumnPair } from './correlation-similarity';
import { sharesOf, totalVariation } from './total-variation';

/**
 * How alike two columns of categories go together in two tables (ContingencySimilarity of SDMetrics): 1 - sum |p_a - p_b|
 * / 2 over the shares of the pairs of categories. Categories below 0 stand for no value, and their rows are left out; NaN
 * where no row is left.
 *
 * @example
 * ```ts
 * contingencySimilarity({ first: [0, 1], second: [0, 1] }, { first: [0, 1], second: [1, 1] }); // => 0.5
 * ```
 */
export function contingencySimilarity(a: ColumnPair, b: ColumnPair): number {
  return 1 - totalVariation(pairShares(a), pairShares(b));
}

/** More categories than any column has. */
const width = 2 ** 20;

const pairShares = ({ first, second }: ColumnPair): ReadonlyMap<number, number> =>
  sharesOf(first.length, (row) =>
    first[row]! >= 0 && second[row]! >= 0 ? first[row]! * width + second[row]! : Number.NaN,
  );
