import { dot, line, link } from '@observablehq/plot';
import { lookedAt } from '../../realism/position-figures';
import type { RankShare, TablePicture } from '../../tables/table-picture';
import { valueText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';

/** How clicks fall with the rank, beside the curve of eye tracking. */
export function positionPlot({ ranks, eta }: Extract<TablePicture, { kind: 'positions' }>): Figure {
  const most = Math.max(1, ...ranks.map(({ propensity, error }) => propensity + 1.96 * error));
  const last = ranks.at(-1)!;
  return {
    id: 'positions',
    title: `Positions: rank ${last.rank} is clicked ${valueText(last.propensity)}x as often as the first`,
    text: `Clicks at each rank by those at the first, under random ranks; whiskers are 95%.${
      eta === null ? '' : ` They fall as 1 / rank^${valueText(eta)}.`
    } The line is how often each rank is looked at, by eye tracking.`,
    legend: [
      { label: 'clicks', colour: 'var(--accent)', shape: 'dot' },
      ...(eta === null
        ? []
        : [{ label: `1 / rank^${valueText(eta)}`, colour: 'var(--accent)', shape: 'line' } as const]),
      { label: 'looked at, by eye tracking', colour: 'var(--ink)', shape: 'dash' },
    ],
    svg: draw(
      `Clicks by rank, relative to the first: ${ranks.map(({ rank, propensity }) => `${rank} ${valueText(propensity)}`).join(', ')}`,
      {
        x: { type: 'linear', domain: [0.5, lookedAt.length + 0.5], ticks: lookedAt.length, label: 'rank' },
        y: { domain: [0, most * 1.05], grid: true, label: 'by the first rank', ticks: 5 },
        marks: [
          line(
            lookedAt.map((share, at) => ({ rank: at + 1, share })),
            { x: 'rank', y: 'share', stroke: 'var(--ink)', strokeWidth: 1.5, strokeDasharray: '5 3' },
          ),
          line(eta === null ? [] : fitted(ranks, eta), {
            x: 'rank',
            y: 'share',
            stroke: 'var(--accent)',
            strokeOpacity: 0.7,
          }),
          link(ranks, {
            x: 'rank',
            y1: ({ propensity, error }: RankShare) => Math.max(0, propensity - 1.96 * error),
            y2: ({ propensity, error }: RankShare) => propensity + 1.96 * error,
            stroke: 'var(--accent)',
            strokeWidth: 1.2,
          }),
          dot(ranks, { x: 'rank', y: 'propensity', r: 3.5, fill: 'var(--accent)' }),
        ],
      },
    ),
  };
}

/** The fitted law, at the height that fits the logarithms of all ranks best. */
function fitted(ranks: readonly RankShare[], eta: number): { rank: number; share: number }[] {
  const clicked = ranks.filter(({ propensity }) => propensity > 0);
  const height =
    clicked.reduce((sum, { rank, propensity }) => sum + Math.log(propensity) + eta * Math.log(rank), 0) /
    clicked.length;
  return lookedAt.map((_, at) => ({ rank: at + 1, share: Math.exp(height - eta * Math.log(at + 1)) }));
}
