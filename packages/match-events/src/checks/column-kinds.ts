import { featureNames } from '../features/feature-names';
import { featureColumns } from '../training/feature-columns';

/** Columns that every file must have. */
export const neededColumns: readonly string[] = [
  ...featureNames,
  'matchType',
  'preset',
  'timestamp',
  'label',
];

/** Numbers that stand for persons. */
export const keyColumns = { seeker: 'seekerKey', target: 'targetKey' } as const;

const facts = new Set(['matchType', 'preset', 'timestamp', 'label', 'source', ...Object.values(keyColumns)]);

/** Whether a column is there to be learnt from: all but the facts of the event. */
export const isFeature = (column: string): boolean => !facts.has(column);

/** Flags that may well be the same throughout. */
export const flagColumns: ReadonlySet<string> = new Set(
  featureColumns('full')
    .filter(({ isFlag }) => isFlag)
    .map(({ name }) => name),
);

export const knownColumns: ReadonlySet<string> = new Set([
  ...featureColumns('full').map(({ name }) => name),
  ...facts,
]);
