import { join } from 'node:path';
import type { Row } from '@synth/core';
import type { RunResult } from '@synth/io';
import { formatsByName } from '@synth/io';
import { readRows } from '@synth/io/read';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import type { Generator } from '../generator';
import { noArguments } from '../options/no-arguments';
import type { Option } from '../options/option';
import { textOf } from '../options/option';
import { outputOptions } from '../options/output-options';
import { parseOptions } from '../options/parse-options';
import { columnLines } from '../render/columns';
import type { HelpPage } from '../render/help-text';
import { helpText } from '../render/help-text';
import { reportRun } from './report-run';
import { runGenerator } from './run-generator';
import { defaultFormats } from './run-options';
import { sampleLines } from './sample-lines';

const usage = 'synth simulate [GENERATOR]';

const options: readonly Option[] = [
  { name: 'out', value: 'DIR', description: 'folder of the demo', default: 'out/demo' },
  { name: 'overwrite', description: 'replace what the folder holds' },
  ...outputOptions,
];

/** A small run of every generator, with a few rows to look at and what to try next. */
export async function demo(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, usage);
  if (values.has('help')) {
    context.stdout.write(helpText(await page(context), context.stdout));
    return exitCode.done;
  }
  noArguments(positionals, usage);
  const json = values.has('json');
  for (const load of Object.values(context.generators)) {
    const generator = await load();
    const { config, next } = generator.demo;
    const ended = await runGenerator(
      generator,
      {
        config,
        inputs: {},
        formats: formatsByName(generator.formats ?? defaultFormats),
        out: join(textOf(values, 'out') ?? 'out/demo', generator.dataset.name),
        overwrite: values.get('overwrite') === true,
      },
      context,
      json,
    );
    const sample = json ? [] : await sampleOf(generator, ended.result);
    const code = reportRun(generator, ended, context, { json, args: ['simulate', ...args], next, sample });
    if (code !== exitCode.done) return code;
  }
  return exitCode.done;
}

const sampleSize = 5;

/** The first rows of the first main file. */
async function sampleOf(generator: Generator, result: RunResult): Promise<readonly string[]> {
  if (result.status === 'interrupted' || result.status === 'planned') return [];
  const file = result.files.find(({ tables }) => tables.some((table) => generator.main.includes(table)));
  if (file === undefined) return [];
  const rows: Row[] = [];
  for await (const { row } of readRows(join(result.out, file.path))) {
    if (rows.push(row) === sampleSize) break;
  }
  return sampleLines(rows);
}

async function page({ generators, commandLine }: Context): Promise<HelpPage> {
  const loaded = await Promise.all(Object.values(generators).map((load) => load()));
  return {
    usage,
    summary: 'Makes data. Without a generator: a small demo of each, under out/demo.',
    groups: [{ title: 'options of the demo', options }],
    notes: columnLines(
      loaded.map(({ dataset }) => [commandLine(['simulate', dataset.name, '--help']), dataset.description]),
    ),
  };
}
