import type { TableDifference, TwinsReport } from '@synth/verify';
import type { Output } from '../context';
import { columnLines, wrap } from './columns';
import { countText } from './numbers';
import { styled } from './style';

/** Twins in the terminal: the verdict, the options that differ, each table. */
export function twinsText({ a, b, options, tables, verdict }: TwinsReport, output: Output): string {
  const mark = styled(output, verdict.ok ? 'green' : 'red', verdict.ok ? 'PASS' : 'FAIL');
  return [
    `${mark}  ${a} and ${b}`,
    ...wrap(verdict.sentence.split(' '), Math.min(output.columns, 110)),
    ...(options.length === 0 ? [] : ['', 'options']),
    ...columnLines(options.map((one) => [`  ${one.option}`, JSON.stringify(one.a), JSON.stringify(one.b)])),
    '',
    'different rows',
    ...columnLines([
      ['  table', 'of', 'share', 'mean', 'median', 'p90', 'most', 'columns'],
      ...tables.map(tableCells),
    ]),
    '',
  ].join('\n');
}

const tableCells = ({
  table,
  entity,
  entities,
  share,
  meanRows,
  rowsByUser,
  columns,
  onlyIn,
}: TableDifference) => [
  `  ${table}`,
  `${countText(entities)} ${entity}`,
  `${Number((100 * share).toPrecision(3))}%`,
  String(Number(meanRows.toPrecision(3))),
  countText(rowsByUser.p50),
  countText(rowsByUser.p90),
  countText(rowsByUser.most),
  [
    ...columns.map(({ column }) => column),
    ...[...onlyIn.a, ...onlyIn.b].map((column) => `${column} (in one only)`),
  ].join(', '),
];
