import { sharesOf, totalVariation } from './total-variation';

/**
 * How alike two columns of categories are spread (TVComplement of SDMetrics): 1 - sum |p_a - p_b| / 2 over the shares of
 * the categories. 1: the same; 0: no category in common. Categories below 0 stand for no value; NaN where no value is left.
 *
 * @param a a category a row, numbered from 0
 * @example
 * ```ts
 * tvComplement([0, 0, 1, 1], [0, 1, 1, 2]); // => 0.75
 * ```
 */
export function tvComplement(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const shares = (values: ArrayLike<number>) => sharesOf(values.length, (row) => values[row]!);
  return 1 - totalVariation(shares(a), shares(b));
}
