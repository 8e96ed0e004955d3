import type { Judged, VerifyReport } from '@synth/verify';
import type { Output } from '../context';
import { columnLines, wrap } from './columns';
import { comparisonLines } from './comparison-text';
import { countText, durationText } from './numbers';
import { styled } from './style';

/** A report in the terminal: the verdict, what failed, figures with bands, recommenders. */
export function verifyText(path: string, report: VerifyReport, milliseconds: number, output: Output): string {
  const { verdict, source, integrity, realism, learnability, comparison, holdouts, leftOut } = report;
  const mark = styled(output, verdict.ok ? 'green' : 'red', verdict.ok ? 'PASS' : 'FAIL');
  const shape = `${countText(source.users)} users · ${countText(source.items)} items · ${countText(source.interactions)} interactions`;
  const wrong = integrity.filter(({ status }) => status !== 'pass');
  const passed = integrity.length - wrong.length;
  return [
    `${mark}  ${path}  ${shape}`,
    ...wrap(verdict.sentence.split(' '), Math.min(output.columns, 110)),
    '',
    `integrity  ${passed} of ${integrity.length} checks pass`,
    ...wrong.map(({ name, status, detail }) => `  ${status}  ${name}: ${detail}`),
    ...table('realism', [...realism, ...learnability, ...(comparison?.figures ?? [])], comparison !== null),
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

function table(title: string, figures: readonly Judged[], withReference: boolean): readonly string[] {
  if (figures.length === 0) return [];
  const marks = { in: 'ok', out: 'OUT', unmeasured: 'not measured', unjudged: '' } as const;
  return [
    '',
    title,
    ...columnLines(
      figures.map(({ id, title: name, value, low, high, verdict, reference }) => [
        `  ${id}`,
        name,
        valueText(value),
        ...(withReference ? [reference === undefined ? '' : valueText(reference)] : []),
        low === null || high === null ? '' : `${valueText(low)} to ${valueText(high)}`,
        marks[verdict],
      ]),
      { right: new Set(withReference ? [2, 3] : [2]) },
    ),
  ];
}

const valueText = (value: number | null): string =>
  value === null ? '-' : String(Number(value.toPrecision(3)));
