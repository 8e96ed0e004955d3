import { logisticRegression, shuffle, streams, SynthError } from '@synth/core';
import type { MatchErrorCode } from '../errors';
import type { Auc } from './auc';
import { aucWithInterval } from './auc';
import { boostedTrees } from './boosted-trees';
import type { LabelledRows, Scorer } from './labelled-rows';
import { valuesOf } from './labelled-rows';

/** What simple models reach on the validation rows. */
export interface Baselines {
  readonly logistic: Auc;
  readonly trees: Auc;
  /** The logistic regression where the labels of both parts are shuffled: nothing is to be learnt, .5. */
  readonly shuffled: Auc;
}

/**
 * Fits a logistic regression (ridge 1) and gradient-boosted trees to training rows and judges them by validation rows:
 * areas under the ROC curve with 95% intervals by DeLong. As a control, the regression is fitted and judged once
 * more with the labels of both parts shuffled by the seed.
 *
 * @throws SynthError `ROWS_UNFIT` where a part has no rows, or labels of one kind only
 * @example
 * ```ts
 * const rows = { features: [[0], [0.2], [0.8], [1]], labels: [0, 0, 1, 1] };
 * baselines(rows, rows).logistic.auc; // => 1
 * ```
 */
export function baselines(train: LabelledRows, validation: LabelledRows, seed = 'synth'): Baselines {
  for (const [name, { labels }] of Object.entries({ train, validation })) {
    if (new Set(Array.from(labels)).size !== 2) throw unfit(name, labels.length);
  }
  const judged = (model: Scorer, labels = validation.labels): Auc =>
    aucWithInterval(
      validation.features.map((row) => model.score(row)),
      labels,
    );
  const rng = streams({ seed, dataset: 'match-baselines' }).stream('labels').at(0);
  const shuffled = ({ features, labels }: LabelledRows): LabelledRows => ({
    features,
    labels: shuffle(rng, Float64Array.from(labels)),
  });
  return {
    logistic: judged(logisticRegression(valuesOf(train), 1)),
    trees: judged(boostedTrees(train)),
    shuffled: judged(logisticRegression(valuesOf(shuffled(train)), 1), shuffled(validation).labels),
  };
}

const unfit = (part: string, rows: number): SynthError<MatchErrorCode> =>
  new SynthError({
    code: 'ROWS_UNFIT',
    message: `the ${part} rows (${rows}) are not of both labels: no model can be fitted or judged`,
    field: part,
    value: rows,
    allowed: 'rows with label 0 and rows with label 1',
    remedy: 'give more events',
  });
