/** Two columns of one table, row by row. */
export interface ColumnPair {
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
}

/**
 * How alike two columns of numbers go together in two tables (CorrelationSimilarity of SDMetrics): 1 - |r_a - r_b| / 2,
 * with Pearson's r. Rows where either value is not finite are left out; r is 0 where a column never changes.
 *
 * @example
 * ```ts
 * correlationSimilarity({ first: [1, 2, 3], second: [2, 4, 6] }, { first: [1, 2, 3], second: [3, 2, 1] }); // => 0
 * ```
 */
export function correlationSimilarity(a: ColumnPair, b: ColumnPair): number {
  return 1 - Math.abs(correlation(a) - correlation(b)) / 2;
}

function correlation({ first, second }: ColumnPair): number {
  let n = 0;
  let [meanX, meanY, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (let row = 0; row < first.length; row++) {
    const [x, y] = [first[row]!, second[row]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    // Welford's update.
    n++;
    const [dx, dy] = [x - meanX, y - meanY];
    meanX += dx / n;
    meanY += dy / n;
    xx += dx * (x - meanX);
    yy += dy * (y - meanY);
    xy += dx * (y - meanY);
  }
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : 0;
}
