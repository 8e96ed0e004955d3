import type { InteractionMatrix } from '@synth/interactions';
import { transpose } from '@synth/interactions';
import { burstiness } from '@synth/interactions/evaluate';

/** A column of a feature table: one value a row. */
export interface FeatureColumn {
  readonly name: string;
  /** Categories are numbered from 0, -1 for none; numbers are NaN where there is none. */
  readonly kind: 'number' | 'category';
  readonly values: Float64Array;
}

/** What is compared of interactions: a table with a row for each user, each item, or each pair. */
export interface FeatureTable {
  readonly name: 'users' | 'items' | 'pairs';
  readonly columns: readonly FeatureColumn[];
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The features by which two interaction files are compared, whatever their ids. Counts, plays and times are taken as
 * logarithms, so that their correlations are not those of the largest few.
 *
 * | table | column | what |
 * | --- | --- | --- |
 * | users | `activity` | ln of the number of items |
 * | users | `popularity`, `spread` | mean and standard deviation of ln(users of the item) over the own items |
 * | users | `days` | ln(1 + days between first and last item) |
 * | users | `burstiness` | B of the gaps of users with three items or more |
 * | users, items, pairs | `plays` | mean of ln(plays) |
 * | items | `popularity` | ln of the number of users |
 * | items | `activity` | mean of ln(items of the user) over the own users |
 * | pairs | `activity`, `popularity` | those of the user and of the item |
 * | pairs | `hour`, `weekday` | of the first time, in UTC: categories 0 to 23, and 0 (Monday) to 6 |
 * | pairs | `gap` | ln(1 + seconds since the user's item before); none for the first |
 *
 * Columns of times are there where the matrix has timestamps, `plays` where it has values.
 *
 * @param matrix without empty rows and columns
 * @example
 * ```ts
 * import { matrixFromIndices } from '@synth/interactions';
 *
 * // Two users of item 0, one of item 1.
 * const matrix = matrixFromIndices({ rows: 2, cols: 2, userIndices: [0, 0, 1], itemIndices: [0, 1, 0] });
 * const [users] = featureTables(matrix);
 * users.columns.map(({ name }) => name); // => ['activity', 'popularity', 'spread']
 * Math.exp(users.columns[0].values[0]).toFixed(6); // => '2.000000'
 * ```
 */
export function featureTables(matrix: InteractionMatrix): FeatureTable[] {
  const byItem = transpose(matrix);
  const lnActivity = lnCounts(matrix.indptr);
  const lnPopularity = lnCounts(byItem.indptr);
  const userOf = rowOfEntries(matrix.indptr);
  const popularity = number('popularity', matrix.indices.length, (k) => lnPopularity[matrix.indices[k]!]!);
  const activity = number('activity', matrix.indices.length, (k) => lnActivity[userOf[k]!]!);
  const own = meanAndSd(matrix.indptr, popularity.values);
  const plays = matrix.data === undefined ? undefined : Float64Array.from(matrix.data, Math.log);
  const pairPlays = plays === undefined ? [] : [number('plays', plays.length, (k) => plays[k]!)];
  const times = matrix.timestamps === undefined ? undefined : timeColumns(matrix, matrix.timestamps);
  return [
    {
      name: 'users',
      columns: [
        { name: 'activity', kind: 'number', values: lnActivity },
        { name: 'popularity', kind: 'number', values: own.mean },
        { name: 'spread', kind: 'number', values: own.sd },
        ...(times?.users ?? []),
        ...pairPlays.map(({ values }) => ({
          name: 'plays',
          kind: 'number' as const,
          values: meanAndSd(matrix.indptr, values).mean,
        })),
      ],
    },
    {
      name: 'items',
      columns: [
        { name: 'popularity', kind: 'number', values: lnPopularity },
        { name: 'activity', kind: 'number', values: meansByItem(matrix, activity.values) },
        ...pairPlays.map(({ values }) => ({
          name: 'plays',
          kind: 'number' as const,
          values: meansByItem(matrix, values),
        })),
      ],
    },
    { name: 'pairs', columns: [activity, popularity, ...(times?.pairs ?? []), ...pairPlays] },
  ];
}

const number = (name: string, rows: number, of: (row: number) => number): FeatureColumn => ({
  name,
  kind: 'number',
  values: Float64Array.from({ length: rows }, (_, row) => of(row)),
});

const lnCounts = (indptr: Int32Array): Float64Array =>
  Float64Array.from({ length: indptr.length - 1 }, (_, row) => Math.log(indptr[row + 1]! - indptr[row]!));

function rowOfEntries(indptr: Int32Array): Int32Array {
  const rows = new Int32Array(indptr.at(-1)!);
  for (let row = 0; row + 1 < indptr.length; row++) rows.fill(row, indptr[row]!, indptr[row + 1]!);
  return rows;
}

/** Mean and (population) standard deviation of the entries of each row. */
function meanAndSd(indptr: Int32Array, values: Float64Array): { mean: Float64Array; sd: Float64Array } {
  const mean = new Float64Array(indptr.length - 1);
  const sd = new Float64Array(indptr.length - 1);
  for (let row = 0; row < mean.length; row++) {
    const own = values.subarray(indptr[row]!, indptr[row + 1]!);
    const centre = own.reduce((sum, value) => sum + value, 0) / own.length;
    mean[row] = centre;
    sd[row] = Math.sqrt(
      own.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / own.length,
    );
  }
  return { mean, sd };
}

function meansByItem({ indices, cols }: InteractionMatrix, values: Float64Array): Float64Array {
  const sums = new Float64Array(cols);
  const counts = new Int32Array(cols);
  indices.forEach((item, k) => {
    sums[item]! += values[k]!;
    counts[item]!++;
  });
  return sums.map((sum, item) => sum / counts[item]!);
}

/** The remainder that is never negative: times may lie before 1970. */
const cycle = (value: number, length: number): number => ((value % length) + length) % length;

function timeColumns(
  { indptr, rows }: InteractionMatrix,
  timestamps: Float64Array,
): { readonly users: readonly FeatureColumn[]; readonly pairs: readonly FeatureColumn[] } {
  const gaps = new Float64Array(timestamps.length).fill(Number.NaN);
  const days = new Float64Array(rows);
  const bursts = new Float64Array(rows);
  for (let user = 0; user < rows; user++) {
    const [from, end] = [indptr[user]!, indptr[user + 1]!];
    const order = Uint32Array.from({ length: end - from }, (_, at) => from + at).sort(
      (i, j) => timestamps[i]! - timestamps[j]!,
    );
    for (let at = 1; at < order.length; at++) {
      gaps[order[at]!] = Math.log1p((timestamps[order[at]!]! - timestamps[order[at - 1]!]!) / 1000);
    }
    const sorted = Array.from(order, (k) => timestamps[k]!);
    days[user] = Math.log1p((sorted.at(-1)! - sorted[0]!) / dayMs);
    bursts[user] = sorted.length < 3 ? Number.NaN : burstiness(sorted);
  }
  const category = (name: string, of: (time: number) => number): FeatureColumn => ({
    name,
    kind: 'category',
    values: timestamps.map(of),
  });
  return {
    users: [
      { name: 'days', kind: 'number', values: days },
      { name: 'burstiness', kind: 'number', values: bursts },
    ],
    pairs: [
      category('hour', (time) => cycle(Math.floor(time / hourMs), 24)),
      // 1970-01-01 was a Thursday.
      category('weekday', (time) => cycle(Math.floor(time / dayMs) + 3, 7)),
      { name: 'gap', kind: 'number', values: gaps },
    ],
  };
}
