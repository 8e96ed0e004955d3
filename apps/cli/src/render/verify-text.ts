import type { VerifyReport } from '@synth/verify';
import type { Output } from '../context';
import { columnLines, wrap } from './columns';
import { comparisonLines } from './comparison-text';
import { figureTable, valueText } from './figure-table';
import { integrityLines } from './integrity-lines';
import { countText, durationText } from './numbers';
import { styled } from './style';

/** A report in the terminal: the verdict, what failed, figures with bands, recommenders. */
export function verifyText(path: string, report: VerifyReport, milliseconds: number, output: Output): string {
  const { verdict, source, integrity, realism, learnability, comparison, holdouts, leftOut } = report;
  const mark = styled(output, verdict.ok ? 'green' : 'red', verdict.ok ? 'PASS' : 'FAIL');
  const shape = `${countText(source.users)} users · ${countText(source.items)} items · ${countText(source.interactions)} interactions`;
  return [
    `${mark}  ${path}  ${shape}`,
    ...wrap(verdict.sentence.split(' '), Math.min(output.columns, 110)),
    '',
    ...integrityLines(integrity),
    ...figureTable('realism', [...realism, ...learnability, ...(comparison?.figures ?? [])]),
    ...(comparison === null ? [] : comparisonLines(comparison)),
    ...holdouts.flatMap(({ name, users, scores }) => [
      '',
      `NDCG@10, ${name} holdout, ${countText(users)} users (on a shuffled copy)`,
      ...columnLines(
        scores.map((score) => [
          `  ${score.name}`,
          valueText(score.ndcg),
          score.shuffled === null ? '' : `(${valueText(score.shuffled)})`,
        ]),
        { right: new Set([1, 2]) },
      ),
    ]),
    ...leftOut.map(({ name, why }) => `${name} was left out: ${why}`),
    '',
    `bands of ${comparison === null ? (report.preset ?? 'any data') : comparison.reference.name}, seed ${report.seed}, ${durationText(milliseconds)}`,
    '',
  ].join('\n');
}
