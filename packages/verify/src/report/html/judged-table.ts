import type { Judged } from '../../realism/judged';
import { valueText } from '../numbers';
import { table } from './table';

const columns = [
  { head: 'Test', name: 'id' },
  { head: 'Figure', name: 'title' },
  { head: 'Value', name: 'value' },
  { head: 'Band', name: 'band' },
  { head: 'Verdict', name: 'verdict' },
  { head: 'Where the band comes from', name: 'source' },
];

const verdicts: Readonly<Record<Judged['verdict'], string>> = {
  in: 'in band',
  out: 'out of band',
  unmeasured: 'not measured',
  unjudged: 'no band',
};

/** Figures with their bands, verdicts and sources. */
export const judgedTable = (caption: string, figures: readonly Judged[]): string =>
  table(
    caption,
    columns,
    figures.map((one) => ({
      state: one.verdict,
      cells: [
        one.id,
        one.title,
        valueText(one.value),
        { html: bandHtml(one) },
        verdicts[one.verdict],
        one.source ?? '',
      ],
    })),
  );

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
