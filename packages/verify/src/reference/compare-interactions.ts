import type { Seed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import type { Band } from '@synth/interactions/evaluate';
import type { LeftOut } from '../learnability/models-for';
import { comparisonNames } from '../realism/figure-names';
import type { Judged } from '../realism/judged';
import { judge } from '../realism/judged';
import type { AlgorithmOrder } from './algorithm-order';
import { algorithmOrder } from './algorithm-order';
import type { ColumnComparison } from './column-comparison';
import { columnComparison } from './column-comparison';
import { equalSize } from './equal-size';
import { featureTables } from './feature-tables';
import type { Transfer } from './hyper-parameter-transfer';
import { hyperParameterTransfer } from './hyper-parameter-transfer';
import type { ToldApart } from './told-apart';
import { toldApart } from './told-apart';

/** Generated data beside a reference. */
export interface Comparison {
  /** What was compared: both sides cut to as many users and items. */
  readonly users: number;
  readonly items: number;
  /** P03, P19, P20 and P21 with their bands. */
  readonly figures: readonly Judged[];
  readonly columns: ColumnComparison['columns'];
  readonly pairs: ColumnComparison['pairs'];
  readonly toldApart: ToldApart;
  /** Empty for a quick look. */
  readonly order: AlgorithmOrder['scores'];
  readonly transfers: readonly Transfer[];
  readonly leftOut: readonly LeftOut[];
}

/** How to compare. */
export interface ComparisonOptions {
  /** Of samples, holdouts, folds and shuffles. @defaultValue 'synth' */
  readonly seed?: Seed;
  /** Columns and the two-sample test only. @defaultValue false */
  readonly quick?: boolean;
  /** Judge recommenders by at most so many users, a seeded sample. @defaultValue all */
  readonly maxUsers?: number;
}

/**
 * Compares interactions with those of a reference, whatever the ids of either: shapes of columns and trends of pairs
 * (P21), whether a classifier tells the users apart (P19), whether recommenders come in the same order (P03), and what
 * tuning on generated data costs on the reference (P20). Both are cut to as many users and items first.
 *
 * Forty users and twenty items a side are the least that says anything; under that, figures are mostly luck.
 *
 * @example
 * ```ts
 * import { matrixFromIndices } from '@synth/interactions';
 *
 * const cells = Array.from({ length: 900 }, (_, k) => ({ user: k % 60, item: (k * k + Math.floor(k / 7)) % 37 }));
 * const matrix = matrixFromIndices({
 *   rows: 60, cols: 37, userIndices: cells.map(({ user }) => user), itemIndices: cells.map(({ item }) => item),
 * });
 * const { figures } = compareInteractions(matrix, matrix, { quick: true });
 * figures.map(({ id, verdict }) => `${id} ${verdict}`); // => ['P21 in', 'P21 in', 'P19 in']
 * ```
 */
export function compareInteractions(
  generated: InteractionMatrix,
  reference: InteractionMatrix,
  options: ComparisonOptions = {},
): Comparison {
  const [ours, theirs] = equalSize(generated, reference, options);
  return compareEqual(ours, theirs, options);
}

/** {@link compareInteractions} of matrices that are of equal size already. */
export function compareEqual(
  ours: InteractionMatrix,
  theirs: InteractionMatrix,
  options: ComparisonOptions,
): Comparison {
  const { columnShapes, pairTrends, columns, pairs } = columnComparison(
    featureTables(ours),
    featureTables(theirs),
  );
  const apart = toldApart(ours, theirs, options);
  const order = options.quick === true ? undefined : algorithmOrder(ours, theirs, options);
  const tuning = options.quick === true ? undefined : hyperParameterTransfer(ours, theirs, options);
  const lossOf = (name: Transfer['name']): number =>
    tuning?.transfers.find((one) => one.name === name)?.loss ?? Number.NaN;
  const figures = {
    columnShapes: columnShapes ?? Number.NaN,
    pairTrends: pairTrends ?? Number.NaN,
    toldApart: apart.generated.auc,
    ...(order === undefined
      ? {}
      : {
          algorithmOrder: order.tau ?? Number.NaN,
          popularityLast: order.popularityLast.generated ? 1 : 0,
        }),
    ...(tuning === undefined
      ? {}
      : Object.fromEntries(
          tuning.transfers.map(({ name }) => [
            name === 'EASE' ? 'transferEase' : 'transferItemKnn',
            lossOf(name),
          ]),
        )),
  };
  return {
    users: ours.rows,
    items: ours.cols,
    figures: judge(figures, comparisonNames, bandsFor(apart, order)),
    columns,
    pairs,
    toldApart: apart,
    order: order?.scores ?? [],
    transfers: tuning?.transfers ?? [],
    leftOut: [
      ...(options.quick === true ? quick : []),
      ...(order?.leftOut ?? []),
      ...(tuning?.leftOut ?? []),
    ],
  };
}

const quick: readonly LeftOut[] = [
  { name: 'order of recommenders', why: 'a quick look' },
  { name: 'tuning for the reference', why: 'a quick look' },
];

const shown = (value: number): string => value.toFixed(2);

function bandsFor({ halves, shuffled }: ToldApart, order: AlgorithmOrder | undefined): Band[] {
  const band = (id: string, figure: string, low: number, high: number, source: string): Band => ({
    id,
    figure,
    low,
    high,
    source,
  });
  return [
    band('P21', 'columnShapes', 0.9, 1, 'own requirement; the example of SDMetrics has .89'),
    band('P21', 'pairTrends', 0.85, 1, 'own requirement; the example of SDMetrics has .88'),
    band(
      'P19',
      'toldApart',
      0,
      0.75,
      `own requirement; halves of the reference ${shown(halves.auc)}, its shuffled copy ${shown(shuffled.auc)}`,
    ),
    band('P03', 'algorithmOrder', 0.6, 1, 'own requirement'),
    ...(order?.popularityLast.reference === true
      ? [band('P03', 'popularityLast', 1, 1, 'so it is on the reference')]
      : []),
    band('P20', 'transferItemKnn', 0, 0.05, 'own requirement'),
    band('P20', 'transferEase', 0, 0.05, 'own requirement'),
  ];
}
