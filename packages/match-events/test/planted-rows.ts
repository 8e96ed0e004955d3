import { logisticRegression, rocArea } from '@synth/core';
import type { LabelledRows } from '../src/baselines/labelled-rows';
import { valuesOf } from '../src/baselines/labelled-rows';
import { featureNames } from '../src/features/feature-names';
import { matchEvents } from '../src/match-events';

/** The weights that the outcome `logistic` plants by default, in the order of the features. */
export const plantedWeights = [0.7, 1.75, 1, 2, 1.25, 0.45, 1.5, 0.2];

/** Rows of events, and the probability that was planted in each. */
export interface PlantedRows {
  readonly rows: LabelledRows;
  readonly probabilities: readonly number[];
}

export function plantedRows(count: number, outcome: 'logistic' | 'steps', seed: string): PlantedRows {
  const data = matchEvents({ users: 2000, groups: 700, count, outcome, seed, truth: true });
  const events = [...data.events()];
  return {
    rows: {
      features: events.map(({ features }) => featureNames.map((name) => features[name])),
      labels: events.map(({ label }) => label),
    },
    probabilities: [...data.rows('truth_events')].map(({ probability }) => Number(probability)),
  };
}

/** Some of the rows. */
export const partOf = ({ features, labels }: LabelledRows, from: number, to: number): LabelledRows => ({
  features: features.slice(from, to),
  labels: Array.from(labels).slice(from, to),
});

/** P13: by how much a regression on the first `count` rows falls short of the best possible area on the last `judgedBy`. */
export function areaGap({ rows, probabilities }: PlantedRows, count: number, judgedBy: number): number {
  const model = logisticRegression(valuesOf(partOf(rows, 0, count)), 1);
  const scores = rows.features.slice(-judgedBy).map((row) => model.score(row));
  const truth = probabilities.slice(-judgedBy);
  return rocArea(truth, truth) - rocArea(scores, truth);
}

/** P14: how well the planted weights are found, Kendall's tau of their order and the largest error. */
export function weightsFound({ rows }: PlantedRows): { readonly tau: number; readonly error: number } {
  const { weights } = logisticRegression(valuesOf(rows), 1e-3);
  let agreed = 0;
  plantedWeights.forEach((a, i) =>
    plantedWeights
      .slice(0, i)
      .forEach((b, j) => (agreed += Math.sign((a - b) * (weights[i]! - weights[j]!)))),
  );
  const errors = plantedWeights.map((planted, i) => Math.abs(weights[i]! - planted));
  return { tau: agreed / 28, error: Math.max(...errors) };
}
