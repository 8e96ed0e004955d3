import { SynthError } from '@synth/core';
import { readTable } from '@synth/io/read';
import type { Disjoint } from '@synth/match-events';
import { verifyDataset } from '@synth/match-events';
import { documentedCommand } from '../documented-command';
import type { CliErrorCode } from '../errors';
import { exitCode } from '../exit-code';
import { twoFiles } from '../match/two-files';
import type { Option, OptionValues } from '../options/option';
import { textOf } from '../options/option';
import { styled } from '../render/style';

const summary = 'whether a training set of match events may be learnt from';
const usage = 'synth match verify-dataset train.csv val.csv';

const kinds = ['none', 'pairs', 'persons'] as const satisfies readonly Disjoint[];

const options: readonly Option[] = [
  {
    name: 'disjoint',
    value: 'NAME',
    description: 'what must not stand in both files: none, pairs or persons',
    default: 'none',
  },
];

/** `synth match verify-dataset TRAIN VAL`: a line a check; exit code 1 where one fails. */
export const matchVerifyDataset = documentedCommand(
  { summary, usage, groups: [{ title: 'options', options }] },
  async ({ values, positionals }, context) => {
    const disjoint = disjointOf(values);
    const [train, val] = await Promise.all(twoFiles(positionals, usage).map((path) => readTable(path)));
    const report = verifyDataset(train!.rows, val!.rows, { disjoint });
    if (values.has('json')) {
      context.stdout.write(`${JSON.stringify({ event: 'dataset-verified', ...report })}\n`);
    } else {
      for (const { name, passed, detail } of report.checks) {
        const word = styled(context.stdout, passed ? 'green' : 'red', passed ? 'PASS' : 'FAIL');
        context.stdout.write(`${word}  ${name}  ${detail}\n`);
      }
      const failed = report.checks.filter(({ passed }) => !passed).length;
      context.stdout.write(
        `${report.checks.length - failed} of ${report.checks.length} checks pass: ` +
          `${report.rows.train} rows for training, ${report.rows.val} for validation\n`,
      );
    }
    return report.passed ? exitCode.done : exitCode.checkFailed;
  },
);

function disjointOf(values: OptionValues): Disjoint {
  const text = textOf(values, 'disjoint') ?? 'none';
  const kind = kinds.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: `--disjoint is ${text}`,
    field: '--disjoint',
    value: text,
    allowed: kinds.join(', '),
  });
}
