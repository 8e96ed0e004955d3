import { readManifest } from '@synth/io';
import { readTable } from '@synth/io/read';
import { baselines } from '@synth/match-events';
import { documentedCommand } from '../documented-command';
import { exitCode } from '../exit-code';
import { labelledRows } from '../match/labelled-rows';
import { twoFiles } from '../match/two-files';
import type { Option } from '../options/option';
import { textOf } from '../options/option';
import { columnLines } from '../render/columns';

const summary = 'what simple models reach on a training set of match events';
const usage = 'synth match baseline train.csv val.csv';

const options: readonly Option[] = [
  { name: 'run', value: 'DIR', description: 'run that made the events: its best possible AUC is shown' },
  { name: 'seed', value: 'SEED', description: 'of the shuffled labels', default: 'synth' },
];

/** `synth match baseline TRAIN VAL`: areas under the ROC curve with intervals, beside the best possible one. */
export const matchBaseline = documentedCommand(
  { summary, usage, groups: [{ title: 'options', options }] },
  async ({ values, positionals }, context) => {
    const [train, val] = await Promise.all(twoFiles(positionals, usage).map((path) => readTable(path)));
    const run = textOf(values, 'run');
    const bayes =
      run === undefined ? undefined : (await readManifest(run)).reproducible.describe['bayes_auc'];
    const [fitted, judged] = labelledRows(train!, val!);
    const found = baselines(fitted, judged, textOf(values, 'seed'));
    if (values.has('json')) {
      context.stdout.write(
        `${JSON.stringify({ event: 'baselines', ...found, ...(bayes === undefined ? {} : { bayes_auc: bayes }) })}\n`,
      );
      return exitCode.done;
    }
    const line = (name: string, { auc, low, high }: (typeof found)['trees']): readonly string[] => [
      name,
      auc.toFixed(3),
      `95% interval ${low.toFixed(3)} to ${high.toFixed(3)}`,
    ];
    const rows = [
      line('logistic regression', found.logistic),
      line('gradient-boosted trees', found.trees),
      line('labels shuffled', found.shuffled),
      ...(typeof bayes === 'number'
        ? [['best possible', bayes.toFixed(3), 'planted, of the whole run']]
        : []),
    ];
    context.stdout.write(`AUC on ${val!.rows.length} validation rows\n${columnLines(rows).join('\n')}\n`);
    return exitCode.done;
  },
);
