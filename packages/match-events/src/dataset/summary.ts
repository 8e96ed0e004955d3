import type { JsonValue, Summary } from '@synth/core';
import { featureNames, matchTypes } from '../features/feature-names';
import { outcomes } from '../outcomes/outcome-model';
import { bayesAuc } from '../outcomes/probability-histogram';
import { verdicts } from '../pairs/hard-filter';
import { leastOf, mostOf, type Supply } from '../pairs/supply';
import type { World } from './world';

/** Counts from which the figures of a run follow. */
export interface MatchCounts {
  /** Events by match type and outcome. */
  readonly events: Float64Array;
  /** Sums of features in millionths: whole numbers, so that their order does not matter. */
  readonly features: Float64Array;
  /** Events that miss something, by feature. */
  readonly missing: Float64Array;
}

const millionths = 1e6;

const round = (value: number, digits: number): number | null =>
  Number.isFinite(value) ? Number(value.toFixed(digits)) : null;

/** The figures of a run: what was made, what there was to make, how well it can be predicted. */
export function summaryOf(world: World): Summary<MatchCounts> {
  return {
    empty: () => ({
      events: new Float64Array(matchTypes.length * outcomes.length),
      features: new Float64Array(featureNames.length),
      missing: new Float64Array(featureNames.length),
    }),
    add(state, batch) {
      const kinds = batch.columns['matchType'];
      const outcome = batch.columns['outcome'];
      const missing = batch.columns['missing'];
      if (batch.table !== 'match_events_synthetic' || kinds?.type !== 'dictionary') return;
      if (outcome?.type !== 'dictionary' || missing?.type !== 'list') return;
      for (let row = 0; row < batch.rows; row++) {
        state.events[kinds.values[row]! * outcomes.length + outcome.values[row]!]!++;
      }
      featureNames.forEach((name, i) => {
        const column = batch.columns[`features.${name}`];
        if (column?.type !== 'f64') return;
        let sum = 0;
        for (let row = 0; row < batch.rows; row++) sum += Math.round(column.values[row]! * millionths);
        state.features[i]! += sum;
      });
      if (missing.values.type !== 'dictionary') return;
      const { values } = missing.values;
      const end = missing.offsets[batch.rows]!;
      for (let i = missing.offsets[0]!; i < end; i++) state.missing[values[i]!]!++;
    },
    merge(state, other) {
      for (const part of ['events', 'features', 'missing'] as const) {
        const into = state[part];
        other[part].forEach((count, i) => (into[i]! += count));
      }
    },
    finish: (state) => figuresOf(state, world),
  };
}

function figuresOf({ events, features, missing }: MatchCounts, world: World): Record<string, JsonValue> {
  const { config, people, quotas, kinds } = world;
  const countOf = (of: (matchType: number, outcome: number) => boolean): number =>
    events.reduce(
      (sum, count, i) => sum + (of(Math.floor(i / outcomes.length), i % outcomes.length) ? count : 0),
      0,
    );
  const made = countOf(() => true);
  const labels = countOf((_, outcome) => outcome < 2);
  const parts = kinds.map(({ matchType, supply }) => ({
    histogram: supply.probabilities,
    share: quotas.of(matchType) / quotas.count,
  }));
  const means = (sums: Float64Array, scale: number): Record<string, JsonValue> =>
    Object.fromEntries(featureNames.map((name, i) => [name, round(sums[i]! / scale / made, 4)]));
  const problems = Object.fromEntries(people.problems.map(({ kind, count }) => [kind, count]));
  return {
    travellers: people.travellers,
    groups: people.groups,
    events: made,
    ...Object.fromEntries(matchTypes.map((name, kind) => [name, countOf((one) => one === kind)])),
    outcomes: Object.fromEntries(outcomes.map((name, code) => [name, countOf((_, one) => one === code)])),
    accept_rate: round(labels / made, 4),
    bayes_auc: round(bayesAuc(parts), 4),
    pairs: Object.fromEntries(kinds.map(({ matchType, supply }) => [matchType, pairsOf(supply)])),
    mean_features: means(features, millionths),
    missing_features: means(missing, 1),
    ...(config.matchType === 'both' && people.groups === 0
      ? { note: 'there is no group: all events are solo' }
      : {}),
    ...(people.problems.length === 0 ? {} : { input_problems: problems }),
  };
}

/** How many pairs passed the preset and how many were refused for what; estimates where they were not counted. */
function pairsOf(supply: Supply): Record<string, JsonValue> {
  const { counts, exact } = supply;
  return {
    all: counts.reduce((sum, count) => sum + count, 0),
    ...Object.fromEntries(verdicts.map((verdict, i) => [verdict, counts[i]!])),
    exact,
    ...(exact ? {} : { interval: [leastOf(supply, 1.96), mostOf(supply, 1.96)] }),
    mean_probability: round(supply.probabilities.mean, 4),
  };
}
