import type { Command } from '../command';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { exitCode } from '../exit-code';
import type { Generator } from '../generator';
import { noArguments } from '../options/no-arguments';
import { parseOptions } from '../options/parse-options';
import { helpText } from '../render/help-text';
import { demo } from '../simulate/demo';
import { generatorHelp } from '../simulate/generator-help';
import { generatorOptions } from '../simulate/generator-options';
import { loadGenerator } from '../simulate/load-generator';
import { reportRun } from '../simulate/report-run';
import { runGenerator } from '../simulate/run-generator';
import { runRequest } from '../simulate/run-request';
import { besideData, streamGenerator } from '../simulate/stream-generator';
import { streamName } from '../simulate/stream-name';

/** `synth simulate G`: makes data. Without a generator: a small demo of every one there is. */
export const simulate: Command = {
  summary: 'make data; without a generator, a small demo of each',
  run(args, context) {
    const [name, ...rest] = args;
    return name === undefined || name.startsWith('-') ? demo(args, context) : one(name, rest, context);
  },
};

async function one(name: string, args: readonly string[], context: Context): Promise<ExitCode> {
  const generator = await loadGenerator(name, context.generators);
  const options = generatorOptions(generator);
  const usage = `synth simulate ${name}`;
  const { values, positionals } = parseOptions(args, options.all, usage);
  if (values.has('help') || values.has('all')) {
    const page = generatorHelp(generator, options, values.has('all'), context);
    context.stdout.write(helpText(page, context.stdout));
    return exitCode.done;
  }
  noArguments(positionals, `${usage} [options]`);
  const json = values.has('json');
  const request = await runRequest(values, options, generator, context);
  const toStream = request.out === streamName;
  if (toStream && request.dryRun !== true) return streamGenerator(generator, request, context, json);
  const outputs = toStream ? besideData(context) : context;
  const ended = await runGenerator(generator, request, outputs, json);
  const next = nextCommand(generator, request.out);
  return reportRun(generator, ended, outputs, { json, args: ['simulate', name, ...args], next });
}

/** How to look at a run: interactions as a page with pictures, others by their tests, or by their hashes alone. */
function nextCommand({ dataset, tests }: Generator, out: string): readonly string[] {
  if (dataset.name === 'interactions') return ['verify', out, '--open'];
  return [tests === undefined ? 'verify-files' : 'verify', out];
}
