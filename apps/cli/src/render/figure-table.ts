import type { Judged } from '@synth/verify';
import { columnLines } from './columns';

/** Figures with their bands and how they did, under a title; nothing where there are none. */
export function figureTable(title: string, figures: readonly Judged[]): readonly string[] {
  if (figures.length === 0) return [];
  const marks = { in: 'ok', out: 'OUT', unmeasured: 'not measured', unjudged: '' } as const;
  return [
    '',
    title,
    ...columnLines(
      figures.map(({ id, title: name, value, low, high, verdict }) => [
        `  ${id}`,
        name,
        valueText(value),
        low === null || high === null ? '' : `${low} to ${high}`,
        marks[verdict],
      ]),
      { right: new Set([2]) },
    ),
  ];
}

/** Three significant digits. */
export const valueText = (value: number | null): string =>
  value === null ? '-' : String(Number(value.toPrecision(3)));
