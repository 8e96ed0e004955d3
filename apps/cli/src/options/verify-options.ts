import { bandNames } from '@synth/verify';
import type { Option } from './option';

/** What columns of a file of interactions are called. */
const interactionColumns: readonly Option[] = [
  { name: 'user', value: 'COLUMN', description: 'where a file has the user', default: 'user_id' },
  { name: 'item', value: 'COLUMN', description: 'where a file has the item', default: 'item_id' },
  { name: 'time', value: 'COLUMN', description: 'where a file has the time', default: 'timestamp' },
  { name: 'plays', value: 'COLUMN', description: 'where a file has how often', default: 'plays' },
  {
    name: 'label',
    value: 'COLUMN',
    description: 'where a file has 1 for taken, 0 for not',
    default: 'label',
  },
];

/** What columns of a plain file are called. */
export const columnOptions: readonly Option[] = [
  ...interactionColumns,
  {
    name: 'columns',
    value: 'NAME=COLUMN,...',
    description: 'the same for any column: event=type,session=sid (names: README of @synth/verify)',
  },
];

/** The same of the reference: `--reference-user` and so on. */
export const referenceColumnOptions: readonly Option[] = interactionColumns.map((option) => ({
  ...option,
  name: `reference-${option.name}`,
  description: option.description.replace('a file', 'the reference'),
}));

/** Options of `synth verify` that are of use for interactions alone. */
const interactionOptions: readonly Option[] = [
  {
    name: 'preset',
    value: 'NAME',
    description: `whose bands: ${bandNames.join(', ')}`,
    default: "the run's",
  },
  {
    name: 'reference',
    value: 'FILE',
    description: 'real interactions to compare with, in place of a preset',
  },
  { name: 'html', value: 'FILE', description: 'write the report as one page with pictures' },
  { name: 'open', description: 'open that page in the browser' },
  { name: 'tables', description: 'judge tables by their shape only, without recommenders' },
  { name: 'held-out', value: 'FILE', description: 'rows held out from a file, to check for leaks' },
];

/** Options that neither twins nor runs of other generators have a use for. */
export const aboutOneRun: readonly Option[] = [
  ...columnOptions,
  ...referenceColumnOptions,
  ...interactionOptions,
];

/** Options that have no meaning where tables are judged by their shape alone. */
export const interactionsOnly: readonly Option[] = [
  ...referenceColumnOptions,
  ...columnOptions.filter(({ name }) => name === 'plays' || name === 'label'),
  ...interactionOptions.filter(({ name }) => name === 'reference' || name === 'held-out'),
  { name: 'twin', description: '' },
];

/** Options of `synth verify`. */
export const verifyOptions: readonly Option[] = [
  ...interactionOptions,
  { name: 'twin', value: 'DIR', description: 'a run of the same seed: which options and rows differ' },
  { name: 'quick', description: 'TopPop, ItemKNN and the shuffled copy only' },
  { name: 'seed', value: 'SEED', description: 'of holdouts, shuffles and samples', default: 'synth' },
];
