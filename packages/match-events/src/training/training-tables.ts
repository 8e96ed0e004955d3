import type { ColumnSpec, TableSpec } from '@synth/core';
import { presetNames } from '../config/presets';
import { matchTypes } from '../features/feature-names';
import { featureColumns } from './feature-columns';
import type { TrainingConfig } from './training-config';
import { hasKeys } from './training-config';

const text = (name: string, description: string, values?: readonly string[]): ColumnSpec => ({
  name,
  type: 'string',
  description,
  ...(values === undefined ? {} : { values }),
});

/** Columns after the features: those that consumers read by place first. */
const facts: readonly ColumnSpec[] = [
  text('matchType', 'what was shown', matchTypes),
  text('preset', 'how strictly candidates were filtered', presetNames),
  { name: 'timestamp', type: 'f64', role: 'time', unit: 'ms', description: 'since 1970-01-01T00:00:00Z' },
  {
    name: 'label',
    type: 'i32',
    role: 'label',
    minimum: 0,
    maximum: 1,
    description: '1 for accept and chat, else 0',
  },
  text('source', 'where the event comes from'),
];

const key = (name: string, description: string): ColumnSpec => ({
  name,
  type: 'i32',
  minimum: 1,
  description,
});

/** The tables of a training set under a configuration. */
export function trainingTables(config: TrainingConfig): readonly TableSpec[] {
  const columns: readonly ColumnSpec[] = [
    ...featureColumns(config.features).map(({ name, description, isFlag }): ColumnSpec => ({
      name,
      type: isFlag ? 'i32' : 'f64',
      minimum: 0,
      maximum: 1,
      description,
    })),
    ...facts,
    ...(hasKeys(config)
      ? [
          key('seekerKey', 'number that stands for who decided'),
          key('targetKey', 'number that stands for who was shown'),
        ]
      : []),
  ];
  const rows = { columns, key: [], order: ['timestamp'] };
  return [
    { name: 'train', description: 'one row an event, for training', ...rows },
    { name: 'val', description: 'one row an event, later than training, for validation', ...rows },
    {
      name: 'bad_lines',
      description: 'one row a line that was left out',
      columns: [
        text('file', 'name of the file'),
        { name: 'line', type: 'i32', minimum: 1, description: 'line in it' },
        text('kind', 'what kind of fault'),
        text('reason', 'what is wrong'),
      ],
      key: ['file', 'line'],
    },
  ];
}
