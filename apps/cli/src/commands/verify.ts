import { SynthError } from '@synth/core';
import type { GeneratedReport, VerifyReport } from '@synth/verify';
import { bandNames, verify, verifyGenerated } from '@synth/verify';
import type { Command } from '../command';
import type { CliErrorCode } from '../errors';
import { exitCode } from '../exit-code';
import { noArguments } from '../options/no-arguments';
import type { Option } from '../options/option';
import { textOf } from '../options/option';
import { outputOptions } from '../options/output-options';
import { parseOptions } from '../options/parse-options';
import { helpText } from '../render/help-text';
import { generatedText } from '../render/generated-text';
import { verifyText } from '../render/verify-text';
import { noneOf, ownTests } from '../verify/own-tests';

const summary = 'whether data is whole, looks real, and can be learnt from';
const usage = 'synth verify DIR|FILE';

const columnOptions: readonly Option[] = [
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

const ownOptions: readonly Option[] = [
  {
    name: 'preset',
    value: 'NAME',
    description: `whose bands: ${bandNames.join(', ')}`,
    default: "the run's",
  },
  { name: 'held-out', value: 'FILE', description: 'rows held out from a file, to check for leaks' },
  { name: 'quick', description: 'TopPop, ItemKNN and the shuffled copy only' },
  { name: 'seed', value: 'SEED', description: 'of holdouts, shuffles and samples', default: 'synth' },
];

/** `synth verify DIR|FILE`: integrity, realism, learnability. */
export const verifyCommand: Command = {
  summary,
  async run(args, context) {
    const all = [...ownOptions, ...columnOptions, ...outputOptions];
    const { values, positionals } = parseOptions(args, all, usage);
    if (values.has('help')) {
      const groups = [
        { title: 'options', options: [...ownOptions, ...outputOptions] },
        { title: 'columns of a file', options: columnOptions },
      ];
      context.stdout.write(helpText({ usage, summary, groups }, context.stdout));
      return exitCode.done;
    }
    const [path, ...more] = positionals;
    if (path === undefined) throw missing();
    noArguments(more, usage);
    const began = context.clock.now();
    const text = (name: string, key: string) => {
      const value = textOf(values, name);
      return value === undefined ? {} : { [key]: value };
    };
    const tests = await ownTests(path, context.generators);
    if (tests !== undefined) {
      noneOf(values, [...columnOptions, ...ownOptions.slice(0, 2)], tests.dataset);
      const report = await verifyGenerated(path, tests, text('seed', 'seed'));
      const milliseconds = context.clock.now() - began;
      context.stdout.write(
        values.has('json')
          ? reportJson(report, milliseconds)
          : generatedText(path, report, milliseconds, context.stdout),
      );
      return report.verdict.ok ? exitCode.done : exitCode.checkFailed;
    }
    const report = await verify(path, {
      quick: values.get('quick') === true,
      ...text('preset', 'preset'),
      ...text('seed', 'seed'),
      ...text('held-out', 'heldOut'),
      columns: {
        ...text('user', 'user'),
        ...text('item', 'item'),
        ...text('time', 'timestamp'),
        ...text('plays', 'plays'),
        ...text('label', 'label'),
      },
    });
    const milliseconds = context.clock.now() - began;
    context.stdout.write(
      values.has('json')
        ? reportJson(report, milliseconds)
        : verifyText(path, report, milliseconds, context.stdout),
    );
    return report.verdict.ok ? exitCode.done : exitCode.checkFailed;
  },
};

const reportJson = (report: VerifyReport | GeneratedReport, milliseconds: number): string =>
  `${JSON.stringify({ event: 'verified', ...report, milliseconds })}\n`;

const missing = (): SynthError<CliErrorCode> =>
  new SynthError({
    code: 'ARGUMENT_INVALID',
    message: 'verify needs the folder of a run, or a file of interactions',
    field: 'DIR|FILE',
    allowed: usage,
  });
