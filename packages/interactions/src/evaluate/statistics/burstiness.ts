import type { InteractionMatrix } from '../../matrix/interaction-matrix';

/**
 * Burstiness B = (sd - mean) / (sd + mean) of the gaps between events in order of time (Goh and Barabasi, EPL 2008):
 * -1 when regular, about 0 when Poisson, towards 1 in bursts. NaN without gaps, or when all are 0.
 *
 * @param times ascending
 * @example
 * ```ts
 * burstiness([0, 10, 20, 30]); // => -1
 * ```
 */
export function burstiness(times: ArrayLike<number>): number {
  const gaps = times.length - 1;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < gaps; i++) {
    const gap = times[i + 1]! - times[i]!;
    const delta = gap - mean;
    mean += delta / (i + 1);
    squares += delta * (gap - mean);
  }
  const sd = Math.sqrt(squares / gaps);
  return mean > 0 ? (sd - mean) / (sd + mean) : Number.NaN;
}

/**
 * The median {@link burstiness} over users with at least `minGaps` gaps (T13). NaN without timestamps.
 *
 * @param options.minGaps 2 or more. Default 2; short histories look more regular than they are
 * @example
 * ```ts
 * const matrix = matrixFromIndices({
 *   rows: 1, cols: 4, userIndices: [0, 0, 0, 0], itemIndices: [0, 1, 2, 3], timestamps: [30, 0, 20, 10],
 * });
 * medianBurstiness(matrix); // => -1
 * ```
 */
export function medianBurstiness(
  matrix: InteractionMatrix,
  options: { readonly minGaps?: number } = {},
): number {
  const { minGaps = 2 } = options;
  const { timestamps, indptr } = matrix;
  if (timestamps === undefined) return Number.NaN;
  const all: number[] = [];
  for (let user = 0; user < matrix.rows; user++) {
    if (indptr[user + 1]! - indptr[user]! <= minGaps) continue;
    const value = burstiness(timestamps.slice(indptr[user]!, indptr[user + 1]!).sort());
    if (!Number.isNaN(value)) all.push(value);
  }
  return median(all);
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length / 2;
  return (values[Math.ceil(middle) - 1]! + values[Math.floor(middle)]!) / 2;
}
