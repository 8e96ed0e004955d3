import type { Inputs, JsonValue } from '@synth/core';
import { streams as openStreams, SynthError } from '@synth/core';
import type { MatchErrorCode } from '../errors';
import { matchTypes } from '../features/feature-names';
import { personKeys, type PersonKeys } from './person-keys';
import type { BadLine } from './read-events';
import { split } from './split';
import type { TrainingConfig } from './training-config';
import { hasKeys } from './training-config';
import type { TrainingEvent } from './training-event';

/** The name of the training set as a dataset: enters its streams' keys, and so never changes. */
export const trainingName = 'match-training';

/** What options and events settle. */
export interface SettledTraining {
  readonly config: TrainingConfig;
  readonly train: readonly TrainingEvent[];
  readonly validation: readonly TrainingEvent[];
  readonly badLines: readonly BadLine[];
  readonly keys: PersonKeys | undefined;
  readonly figures: Record<string, JsonValue>;
}

const settledBefore = new WeakMap<TrainingConfig, WeakMap<Inputs, SettledTraining>>();

/** Splits once for a configuration and its inputs. @throws SynthError `IDS_MISSING`, `SPLIT_EMPTY` */
export function settledTraining(config: TrainingConfig, inputs: Inputs): SettledTraining {
  let byInputs = settledBefore.get(config);
  if (byInputs === undefined) settledBefore.set(config, (byInputs = new WeakMap()));
  let settled = byInputs.get(inputs);
  if (settled === undefined) byInputs.set(inputs, (settled = settle(config, inputs)));
  return settled;
}

function settle(config: TrainingConfig, inputs: Inputs): SettledTraining {
  const events = (inputs['events']?.rows ?? []) as unknown as readonly TrainingEvent[];
  const badLines = (inputs['bad_lines']?.rows ?? []) as unknown as readonly BadLine[];
  const streams = openStreams({ seed: config.seed, dataset: trainingName });
  const without = events.filter(({ seekerId, targetId }) => seekerId === undefined || targetId === undefined);
  if (hasKeys(config) && without.length > 0) throw idsMissing(config, without.length, events.length);
  const keys = hasKeys(config) ? personKeys(events, streams) : undefined;
  const { train, validation, leftOut } = split(events, config, keys, streams);
  if (train.length === 0 || validation.length === 0) throw splitEmpty(config, events.length);
  const figures = {
    events: events.length,
    left_out: leftOut,
    train: figuresOf(train),
    validation: figuresOf(validation),
    bad_lines: badLines.length,
    bad_lines_by_kind: counted(badLines, ({ kind }) => kind),
    missing_derived: events.filter(({ missingGiven }) => !missingGiven).length,
  };
  return { config, train, validation, badLines, keys, figures };
}

function figuresOf(events: readonly TrainingEvent[]): Record<string, JsonValue> {
  const accepted = events.filter(({ label }) => label === 1).length;
  const zeros = Object.fromEntries(matchTypes.map((name) => [name, 0]));
  return {
    rows: events.length,
    labels: { accepted, ignored: events.length - accepted },
    accept_rate: Number((accepted / events.length).toFixed(4)),
    match_types: { ...zeros, ...counted(events, ({ matchType }) => matchType) },
    presets: counted(events, ({ preset }) => preset),
    sources: counted(events, ({ source }) => source),
    from: new Date(events[0]!.timestamp).toISOString(),
    to: new Date(events.at(-1)!.timestamp).toISOString(),
  };
}

function counted<T>(rows: readonly T[], of: (row: T) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const idsMissing = (config: TrainingConfig, without: number, all: number): SynthError<MatchErrorCode> =>
  new SynthError({
    code: 'IDS_MISSING',
    message: `${without} of ${all} events have no seekerId and targetId: who is who cannot be told`,
    field: config.disjoint === 'none' ? 'keys' : 'disjoint',
    value: config.disjoint === 'none' ? true : config.disjoint,
    allowed: 'events with seekerId and targetId',
    remedy: 'make events with --ids, or split by time alone',
  });

const splitEmpty = ({ disjoint, validation }: TrainingConfig, events: number): SynthError<MatchErrorCode> =>
  new SynthError({
    code: 'SPLIT_EMPTY',
    message: `of ${events} events, the split disjoint by ${disjoint} leaves none for training or none for validation`,
    field: 'disjoint',
    value: { disjoint, validation },
    allowed: 'at least one event on each side',
    remedy: 'give more events, or split by time alone',
  });
