import { contingencySimilarity } from './contingency-similarity';
import { correlationSimilarity } from './correlation-similarity';
import type { FeatureColumn, FeatureTable } from './feature-tables';
import { ksComplement } from './ks-complement';
import { tvComplement } from './tv-complement';

/** How alike a column is spread in both. */
export interface ColumnShape {
  readonly table: FeatureTable['name'];
  readonly column: string;
  readonly measure: 'KS complement' | 'TV complement';
  /** From 0 to 1. */
  readonly score: number;
}

/** How alike two columns go together in both. */
export interface PairTrend {
  readonly table: FeatureTable['name'];
  readonly columns: readonly [string, string];
  readonly measure: 'correlation similarity' | 'contingency similarity';
  /** From 0 to 1. */
  readonly score: number;
}

/** Columns and pairs of columns compared, and their means (P21); null where there is nothing to compare. */
export interface ColumnComparison {
  readonly columnShapes: number | null;
  readonly pairTrends: number | null;
  readonly columns: readonly ColumnShape[];
  readonly pairs: readonly PairTrend[];
}

const bins = 10;

/**
 * Column Shapes and Column Pair Trends in the way of SDMetrics: the mean over columns of the KS complement (numbers) or
 * TV complement (categories), and the mean over pairs of columns of a table of the correlation similarity (two numbers)
 * or contingency similarity (else). A number beside a category is cut into ten bins of equal width over the range of the
 * reference; what lies outside falls into the first and last.
 *
 * @param generated as {@link featureTables} makes them, of as many users as the reference
 * @example
 * ```ts
 * import { matrixFromIndices } from '@synth/interactions';
 *
 * const matrix = matrixFromIndices({ rows: 2, cols: 2, userIndices: [0, 0, 1], itemIndices: [0, 1, 0] });
 * const tables = featureTables(matrix);
 * columnComparison(tables, tables).columnShapes; // => 1
 * ```
 */
export function columnComparison(
  generated: readonly FeatureTable[],
  reference: readonly FeatureTable[],
): ColumnComparison {
  const columns: ColumnShape[] = [];
  const pairs: PairTrend[] = [];
  for (const { name: table, columns: ours } of generated) {
    const theirs = reference.find(({ name }) => name === table)?.columns ?? [];
    const both = ours.flatMap((a) => {
      const b = theirs.find(({ name }) => name === a.name);
      return b === undefined ? [] : [{ a, b }];
    });
    for (const { a, b } of both) {
      const { measure, score } = shape(a, b);
      if (Number.isFinite(score)) columns.push({ table, column: a.name, measure, score });
    }
    both.forEach((first, at) => {
      for (const second of both.slice(at + 1)) {
        const { measure, score } = trend(first, second);
        if (Number.isFinite(score))
          pairs.push({ table, columns: [first.a.name, second.a.name], measure, score });
      }
    });
  }
  return { columnShapes: meanScore(columns), pairTrends: meanScore(pairs), columns, pairs };
}

/** The same column of generated and reference data. */
interface Both {
  readonly a: FeatureColumn;
  readonly b: FeatureColumn;
}

const shape = (a: FeatureColumn, b: FeatureColumn): Pick<ColumnShape, 'measure' | 'score'> =>
  a.kind === 'number'
    ? { measure: 'KS complement', score: ksComplement(a.values, b.values) }
    : { measure: 'TV complement', score: tvComplement(a.values, b.values) };

function trend(first: Both, second: Both): Pick<PairTrend, 'measure' | 'score'> {
  if (first.a.kind === 'number' && second.a.kind === 'number') {
    return {
      measure: 'correlation similarity',
      score: correlationSimilarity(
        { first: first.a.values, second: second.a.values },
        { first: first.b.values, second: second.b.values },
      ),
    };
  }
  const [x, y] = [categories(first), categories(second)];
  return {
    measure: 'contingency similarity',
    score: contingencySimilarity({ first: x.a, second: y.a }, { first: x.b, second: y.b }),
  };
}

/** Both columns as categories: numbers are cut by the range of the reference. */
function categories({ a, b }: Both): { readonly a: Float64Array; readonly b: Float64Array } {
  if (a.kind === 'category') return { a: a.values, b: b.values };
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of b.values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const bin = (value: number): number => {
    if (Number.isNaN(value)) return -1;
    return Math.max(0, Math.min(bins - 1, Math.floor((bins * (value - low)) / (high - low || 1))));
  };
  return { a: a.values.map(bin), b: b.values.map(bin) };
}

const meanScore = (scores: readonly { readonly score: number }[]): number | null =>
  scores.length === 0 ? null : scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
