import type { Judged } from '@synth/verify';
import { columnLines } from './columns';

/**
 * Figures with their bands and how they did, under a title; nothing where there are none. Where some were measured on
 * other data too, what they are there stands beside them.
 */
export function figureTable(title: string, figures: readonly Judged[]): readonly string[] {
  if (figures.length === 0) return [];
  const marks = { in: 'ok', out: 'OUT', unmeasured: 'not measured', unjudged: '' } as const;
  const isCompared = figures.some(({ reference }) => reference !== undefined);
  return [
    '',
    title,
    ...columnLines(
      figures.map(({ id, title: name, value, low, high, verdict, reference }) => [
        `  ${id}`,
        name,
        valueText(value),
        ...(isCompared ? [reference === undefined ? '' : valueText(reference)] : []),
        low === null || high === null ? '' : `${valueText(low)} to ${valueText(high)}`,
        marks[verdict],
      ]),
      { right: new Set(isCompared ? [2, 3] : [2]) },
    ),
  ];
}

/** Three significant digits. */
export const valueText = (value: number | null): string =>
  value === null ? '-' : String(Number(value.toPrecision(3)));
