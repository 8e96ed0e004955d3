import type { Generator, OutputChoice } from '../generator';
import type { Option } from '../options/option';
import { outputOptions } from '../options/output-options';

/** Formats of a run that names none, where its generator does not either. */
export const defaultFormats: readonly string[] = ['csv'];

const outputOption = ({ table, format }: OutputChoice): Option => ({
  name: 'output',
  value: 'FILE',
  description: `also writes ${table}.${format} there`,
});

/** Options of every run: where to, in which form, how. None of them changes a row. */
export const runOptions = ({ dataset, formats, output }: Generator): readonly Option[] => [
  {
    name: 'out',
    value: 'DIR',
    description: 'folder of the run; - for stdout',
    default: `out/${dataset.name}`,
  },
  ...(output === undefined ? [] : [outputOption(output)]),
  {
    name: 'format',
    value: 'LIST',
    description: 'formats of the files; synth list shows all',
    default: (formats ?? defaultFormats).join(','),
  },
  { name: 'tables', value: 'LIST', description: 'only these tables', default: 'all' },
  { name: 'parts', value: 'N', description: 'N files a table in place of one' },
  {
    name: 'workers',
    value: 'N',
    description: 'threads; any number makes the same bytes',
    default: 'by cores',
  },
  { name: 'order', value: 'time', description: 'sort rows by time in a second pass' },
  { name: 'overwrite', description: 'replace what the folder holds' },
  { name: 'dry-run', description: 'say what would be made: rows and bytes' },
  { name: 'config', value: 'FILE', description: 'options from a JSON file (camelCase names)' },
  {
    name: 'set',
    value: 'PATH=VALUE',
    description: 'one option by its path: --set truth.noise=.1',
    repeatable: true,
  },
  ...outputOptions,
  { name: 'all', description: 'with --help: every option with its default' },
];
