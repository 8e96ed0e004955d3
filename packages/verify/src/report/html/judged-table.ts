import type { Judged } from '../../realism/judged';
import { valueText } from '../numbers';
import type { Cell, Column } from './table';
import { table } from './table';

const verdicts: Readonly<Record<Judged['verdict'], string>> = {
  in: 'in band',
  out: 'out of band',
  unmeasured: 'not measured',
  unjudged: 'no band',
};

/**
 * Figures with their bands, verdicts and sources; where some were measured on a reference too, what they are there stands
 * beside them.
 */
export function judgedTable(caption: string, figures: readonly Judged[]): string {
  const isCompared = figures.some(({ reference }) => reference !== undefined);
  const columns: readonly Column[] = [
    { head: 'Test', name: 'id' },
    { head: 'Figure', name: 'title' },
    { head: 'Value', name: 'value' },
    ...(isCompared ? [{ head: 'Reference', name: 'theirs' }] : []),
    { head: 'Band', name: 'band' },
    { head: 'Verdict', name: 'verdict' },
    { head: 'Where the band comes from', name: 'source' },
  ];
  const rows = figures.map((one) => {
    const cells: readonly Cell[] = [
      one.id,
      one.title,
      { html: valueHtml(one) },
      ...(isCompared ? [one.reference === undefined ? '' : valueText(one.reference)] : []),
      { html: bandHtml(one) },
      verdicts[one.verdict],
      one.source ?? '',
    ];
    return { state: one.verdict, cells };
  });
  return table(caption, columns, rows);
}

/** The value; that of a sample with where the value of the whole is likely to lie. */
const valueHtml = ({ value, interval }: Judged): string =>
  interval === undefined
    ? valueText(value)
    : `${valueText(value)}<span class="interval">${valueText(interval.low)} to ${valueText(interval.high)}</span>`;

/** The band as text, with a strip that shows where the value lies. */
function bandHtml({ value, low, high }: Judged): string {
  if (low === null || high === null) return '';
  const text = `<span>${valueText(low)} to ${valueText(high)}</span>`;
  if (value === null) return text;
  // A value far out stands at the edge.
  const room = high - low || Math.abs(high) || 1;
  const [from, to] = [low - room, high + room];
  const place = (at: number): string =>
    ((100 * (Math.min(to, Math.max(from, at)) - from)) / (to - from)).toFixed(1);
  const width = (Number(place(high)) - Number(place(low))).toFixed(1);
  return `${text}<span class="strip" aria-hidden="true"><i style="left:${place(low)}%;width:${width}%"></i><b style="left:${place(value)}%"></b></span>`;
}
