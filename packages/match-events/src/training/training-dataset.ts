import type { Batch, Block, Dataset, Row, Stage } from '@synth/core';
import { batchOfRows } from '../dataset/people-batches';
import { featureColumns } from './feature-columns';
import { featureVector } from './feature-vector';
import type { SettledTraining } from './settled-training';
import { settledTraining, trainingName } from './settled-training';
import type { TrainingConfig } from './training-config';
import { trainingSchema } from './training-config';
import type { TrainingEvent } from './training-event';
import { trainingTables } from './training-tables';

function rowOf(event: TrainingEvent, { config, keys }: SettledTraining): Row {
  const { matchType, preset, timestamp, label, source } = event;
  const values = featureVector(event, config.features);
  return {
    ...Object.fromEntries(featureColumns(config.features).map(({ name }, i) => [name, values[i]])),
    matchType,
    preset,
    timestamp,
    label,
    source,
    ...(keys === undefined ? {} : { seekerKey: keys.seeker(event), targetKey: keys.target(event) }),
  };
}

function* generate(settled: SettledTraining, { stage, start, end }: Block): Generator<Batch> {
  const spec = trainingTables(settled.config).find(({ name }) => name === stage)!;
  if (stage === 'bad_lines') {
    yield batchOfRows(spec, settled.badLines.slice(start, end) as unknown as readonly Row[]);
    return;
  }
  const events = stage === 'train' ? settled.train : settled.validation;
  yield batchOfRows(
    spec,
    events.slice(start, end).map((event) => rowOf(event, settled)),
  );
}

/** A training set for the run engine; {@link buildDataset} makes its inputs. */
export const trainingDataset: Dataset<TrainingConfig, SettledTraining> = {
  kind: 'generated',
  name: trainingName,
  version: '1.0.0',
  description: 'match events as features and labels, split by time',
  config: trainingSchema,
  inputs: { events: 'events that were read', bad_lines: 'lines that were left out' },
  tables: (config) => trainingTables(config),
  plan(config, inputs) {
    const { train, validation, badLines } = settledTraining(config, inputs);
    const stage = (name: string, rows: readonly unknown[]): Stage => ({
      name,
      entities: rows.length,
      tables: [name],
      expectedRows: { [name]: rows.length },
    });
    return { stages: [stage('train', train), stage('val', validation), stage('bad_lines', badLines)] };
  },
  prepare: settledTraining,
  generate,
  summary: (config, inputs) => ({
    empty: () => ({}),
    add: () => undefined,
    merge: () => undefined,
    finish: () => settledTraining(config, inputs).figures,
  }),
  notes: (config) => [
    `Features ${config.features}, the latest ${config.validation} for validation, disjoint by ${config.disjoint}.`,
    'No id of a person is in the files.',
  ],
};
