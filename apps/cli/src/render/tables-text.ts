import type { TablesReport } from '@synth/verify';
import type { Output } from '../context';
import { wrap } from './columns';
import { figureTable } from './figure-table';
import { integrityLines } from './integrity-lines';
import { countText, durationText } from './numbers';
import { styled } from './style';

/** A report about plain tables: the verdict, what failed or could not be measured, figures with bands. */
export function tablesText(path: string, report: TablesReport, milliseconds: number, output: Output): string {
  const { verdict, source, integrity, realism } = report;
  const mark = styled(output, verdict.ok ? 'green' : 'red', verdict.ok ? 'PASS' : 'FAIL');
  const tables = source.tables.map(
    ({ file, kinds, rows }) => `${countText(rows)} rows of ${kinds.join(' and ')} in ${file}`,
  );
  return [
    `${mark}  ${path}  ${tables.join(' · ')}`,
    ...wrap(verdict.sentence.split(' '), Math.min(output.columns, 110)),
    '',
    ...integrityLines(integrity),
    ...figureTable('realism', realism),
    '',
    `bands of ${report.preset ?? 'such tables'}, seed ${report.seed}, ${durationText(milliseconds)}`,
    '',
  ].join('\n');
}
