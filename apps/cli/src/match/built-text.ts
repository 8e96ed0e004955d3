import type { CompleteRun } from '@synth/io';
import type { TrainingSet } from '@synth/match-events';
import { featureColumns } from '@synth/match-events';
import type { Output } from '../context';
import { countText } from '../render/numbers';
import { summaryText } from '../render/summary-text';

/** As many bad lines are shown; all of them are in a file. */
const shownBadLines = 5;

/** A training set in a handful of lines. */
export function builtText(set: TrainingSet, result: CompleteRun, next: string, output: Output): string {
  const { config, badLines, files } = set;
  const others = files.reduce((sum, file) => sum + file.other, 0);
  const events = files.reduce((sum, file) => sum + file.events, 0);
  const labels = [...set.rows('train'), ...set.rows('val')].map(({ label }) => label);
  const accepted = labels.filter((label) => label === 1).length;
  const isMain = ({ rows }: CompleteRun['files'][number]): boolean => rows > 0;
  return summaryText(
    {
      out: result.out,
      generator: 'match training set',
      subject: `${countText(events)} events of ${files.length} file${files.length === 1 ? '' : 's'}`,
      mainFiles: result.files.filter(isMain),
      otherFiles: [
        ...result.files.filter((file) => !isMain(file)).map(({ path }) => path),
        'manifest.json',
        'card.md',
      ],
      figures: [
        `${featureColumns(config.features).length} features`,
        `${countText(accepted)} accepted, ${countText(labels.length - accepted)} not`,
        ...(accepted === 0 || accepted === labels.length
          ? ['one label only: no model can learn from it']
          : []),
        ...(others === 0 ? [] : [`${countText(others)} lines about something else`]),
        `${countText(badLines.length)} bad lines`,
      ],
      sample: badLines
        .slice(0, shownBadLines)
        .map(({ file, line, reason }) => `  ${file}, line ${line}: ${reason}`)
        .concat(badLines.length > shownBadLines ? ['  all of them are in bad_lines'] : []),
      next,
    },
    output,
  );
}
