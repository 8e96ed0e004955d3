import type { GeneratedReport } from '@synth/verify';
import type { Output } from '../context';
import { wrap } from './columns';
import { figureTable } from './figure-table';
import { integrityLines } from './integrity-lines';
import { countText, durationText } from './numbers';
import { styled } from './style';

/** A report by a generator's own tests: the verdict, what failed, figures with bands. */
export function generatedText(
  path: string,
  report: GeneratedReport,
  milliseconds: number,
  output: Output,
): string {
  const { verdict, source, integrity, realism, learnability } = report;
  const mark = styled(output, verdict.ok ? 'green' : 'red', verdict.ok ? 'PASS' : 'FAIL');
  const tables = Object.entries(source.rows).map(([table, rows]) => `${countText(rows)} ${table}`);
  return [
    `${mark}  ${path}  ${tables.join(' · ')}`,
    ...wrap(verdict.sentence.split(' '), Math.min(output.columns, 110)),
    '',
    ...integrityLines(integrity),
    ...figureTable('realism', realism),
    ...figureTable('learnability', learnability),
    '',
    `tests of ${source.dataset}, seed ${report.seed}, ${durationText(milliseconds)}`,
    '',
  ].join('\n');
}
