import { dot, line } from '@observablehq/plot';
import type { LongTail } from '../data/long-tail';
import { countText, shareText, valueText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';

/** Users of items by rank on logarithmic axes, with the fitted law. */
export function longTailPlot({ items, points, fit, top10 }: LongTail): Figure {
  const title =
    items < 10
      ? `Popularity of ${countText(items)} items`
      : `Long tail: the top tenth of the items holds ${shareText(top10)} of the interactions`;
  const law =
    fit === null
      ? 'All items have the same number of users: there is no tail to fit.'
      : `The line is the fitted ${fit.family} (${fit.parameters}), at a Kolmogorov-Smirnov distance of ${valueText(fit.distance)}.`;
  const most = points[0]!.users;
  const least = Math.max(0.8, points.at(-1)!.users * 0.8);
  const label = `Users of each item by rank of popularity, both logarithmic: from ${countText(most)} users down to ${countText(points.at(-1)!.users)}, over ${countText(items)} items`;
  return {
    id: 'long-tail',
    title,
    text: `Each dot is an item. ${law}`,
    legend: [
      { label: 'items', colour: 'var(--accent)', shape: 'ring' },
      ...(fit === null
        ? []
        : [{ label: `fitted ${fit.family}`, colour: 'var(--ink)', shape: 'dash' } as const]),
    ],
    svg: draw(label, {
      x: { type: 'log', domain: [1, Math.max(items, 2)], label: 'rank of the item', tickFormat: '~s' },
      y: {
        type: 'log',
        domain: [least, most * 1.4],
        label: 'users of the item',
        tickFormat: '~s',
        grid: true,
      },
      marks: [
        dot(points, { x: 'rank', y: 'users', r: 2.4, stroke: 'var(--accent)', strokeWidth: 1.2 }),
        ...(fit === null
          ? []
          : [
              line(
                fit.points.filter(({ users }) => users >= least && users <= most * 1.4),
                {
                  x: 'rank',
                  y: 'users',
                  stroke: 'var(--ink)',
                  strokeWidth: 1.5,
                  strokeDasharray: '5 3',
                },
              ),
            ]),
      ],
    }),
  };
}
