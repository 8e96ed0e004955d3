import { basename } from 'node:path';
import { SynthError } from '@synth/core';
import { formatsByName, run } from '@synth/io';
import { lines } from '@synth/io/read';
import { buildDataset } from '@synth/match-events';
import { documentedCommand } from '../documented-command';
import type { CliErrorCode } from '../errors';
import { exitCode } from '../exit-code';
import { builtText } from '../match/built-text';
import { summaryFormat } from '../match/summary-format';
import { trainingOptions } from '../match/training-options';
import type { Option } from '../options/option';
import { listOf, textOf } from '../options/option';

const summary = 'a training set of match events: train and val, split by time';
const usage = 'synth match build-dataset FILE...';
const defaultOut = 'out/match-dataset';

const options: readonly Option[] = [
  ...trainingOptions.options,
  { name: 'out', value: 'DIR', description: 'folder of the training set', default: defaultOut },
  { name: 'format', value: 'LIST', description: 'formats of the files', default: 'csv,parquet' },
  { name: 'overwrite', description: 'replace what a run left in the folder' },
];

/** `synth match build-dataset FILE...`: events of JSON Lines and application logs as features and labels. */
export const matchBuildDataset = documentedCommand(
  { summary, usage, groups: [{ title: 'options', options }] },
  async ({ values, positionals }, context) => {
    if (positionals.length === 0) throw noFile();
    const formats = formatsByName(listOf(values, 'format') ?? ['csv', 'parquet']);
    // Two files of one name are told apart by their paths.
    const named = new Set(positionals.map((path) => basename(path))).size === positionals.length;
    const set = await buildDataset(
      positionals.map((path) => ({ name: named ? basename(path) : path, lines: lines(path) })),
      trainingOptions.read(values),
    );
    const facts = { ...set.describe(), files: set.files };
    const result = await run({
      dataset: set.dataset,
      config: set.config,
      inputs: set.inputs,
      formats: [...formats, summaryFormat(facts)].map((format) => ({ format })),
      out: textOf(values, 'out') ?? defaultOut,
      overwrite: values.get('overwrite') === true,
      ...(set.badLines.length === 0 ? { tables: ['train', 'val'] } : {}),
      signal: context.signal,
    });
    if (result.status === 'interrupted' || result.status === 'planned') return exitCode.interrupted;
    const next = context.commandLine([
      'match',
      'verify-dataset',
      `${result.out}/train.csv`,
      `${result.out}/val.csv`,
    ]);
    context.stdout.write(
      values.has('json')
        ? `${JSON.stringify({ event: 'dataset-built', status: result.status, out: result.out, ...facts, next })}\n`
        : builtText(set, result, next, context.stdout),
    );
    return exitCode.done;
  },
);

const noFile = (): SynthError<CliErrorCode> =>
  new SynthError({
    code: 'ARGUMENT_INVALID',
    message: 'build-dataset needs a file of events: JSON Lines, or an application log',
    field: 'FILE',
    allowed: usage,
  });
