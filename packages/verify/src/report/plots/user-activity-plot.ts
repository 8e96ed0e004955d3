import { lineY, rectY, ruleX, ruleY } from '@observablehq/plot';
import type { UserActivity } from '../data/user-activity';
import { countText, valueText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';

/** Users by their number of items. */
export function userActivityPlot({ bins, law, median, most }: UserActivity): Figure {
  const label = `Users by number of items: median ${valueText(median)}, at most ${countText(most)}`;
  return {
    id: 'user-activity',
    title: `Activity: the median user has ${valueText(median)} items, the busiest ${countText(most)}`,
    text:
      law === null
        ? 'All users have the same number of items: there is no spread to fit.'
        : `Bars are users per doubling of their number of items, so that bins of different widths compare. The line is the fitted shifted lognormal (${law.parameters}); the upright one the median.`,
    legend: [
      { label: 'users', colour: 'var(--accent)', shape: 'box' },
      ...(law === null
        ? []
        : [{ label: 'fitted shifted lognormal', colour: 'var(--ink)', shape: 'dash' } as const]),
    ],
    svg: draw(label, {
      x: {
        type: 'log',
        domain: [bins[0]!.from, bins.at(-1)!.to],
        label: 'items of the user',
        tickFormat: '~s',
        ...(bins.length < 4 ? { ticks: [median] } : {}),
      },
      y: { label: 'users per doubling', grid: true, tickFormat: '~s' },
      marks: [
        rectY(bins, {
          x1: 'from',
          x2: 'to',
          y: 'perDoubling',
          fill: 'var(--accent)',
          fillOpacity: 0.75,
          inset: 0.5,
        }),
        ruleY([0], { stroke: 'var(--muted)' }),
        ruleX([median], { stroke: 'var(--ink)', strokeOpacity: 0.5 }),
        lineY(law?.curve ?? [], {
          x: 'items',
          y: 'perDoubling',
          stroke: 'var(--ink)',
          strokeWidth: 1.5,
          strokeDasharray: '5 3',
        }),
      ],
    }),
  };
}
