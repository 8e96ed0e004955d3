import { barX, link, ruleX, text, tickX } from '@observablehq/plot';
import type { ModelBar, ModelBars } from '../data/model-bars';
import { countText, valueText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';

/** NDCG of recommenders, with the shuffled copy and the oracle. */
export function modelBarsPlot({ users, bars, oracle }: ModelBars): Figure {
  const best = bars[0]!;
  const popular = bars.find(({ name }) => name === 'TopPop');
  const times = popular === undefined || popular.ndcg === 0 ? null : best.ndcg / popular.ndcg;
  const shuffled = bars.filter((bar) => bar.shuffled !== null);
  const most = Math.max(oracle ?? 0, ...bars.map(({ ndcg, error }) => ndcg + (error ?? 0)), 0.001);
  return {
    id: 'ndcg',
    title:
      best.name === 'TopPop'
        ? `Learning: no model beats popularity (NDCG@10 ${valueText(best.ndcg)})`
        : `Learning: ${best.name} is best${times === null ? '' : `, at ${valueText(times)}x popularity`}`,
    text: `NDCG@10 on a fifth of each user's items, held out at random, of ${countText(users)} users; whiskers are one standard error.${
      shuffled.length > 0
        ? ' On the shuffled copy, which keeps all counts and no taste, a model should fall to popularity.'
        : ''
    }${oracle === null ? '' : ' The oracle knows what was planted: nothing but luck is above it.'}`,
    legend: [
      { label: 'on the data', colour: 'var(--accent)', shape: 'box' },
      ...(shuffled.length > 0
        ? [{ label: 'on a shuffled copy', colour: 'var(--more)', shape: 'line' } as const]
        : []),
      ...(oracle === null ? [] : [{ label: 'oracle', colour: 'var(--ink)', shape: 'dash' } as const]),
    ],
    svg: draw(
      `NDCG@10 of ${bars.map(({ name, ndcg }) => `${name} ${valueText(ndcg)}`).join(', ')}${oracle === null ? '' : `; oracle ${valueText(oracle)}`}`,
      {
        height: 74 + bars.length * 30,
        marginLeft: 128,
        marginTop: 8,
        marginRight: 34,
        x: { label: 'NDCG@10', grid: true, domain: [0, most * 1.08], ticks: 5 },
        y: { type: 'band', domain: bars.map(({ name }) => name), label: null, tickSize: 0, padding: 0.28 },
        marks: [
          barX(bars, { x: 'ndcg', y: 'name', fill: 'var(--accent)', fillOpacity: 0.75 }),
          tickX(shuffled, { x: 'shuffled', y: 'name', stroke: 'var(--more)', strokeWidth: 3 }),
          link(
            bars.filter(({ error }) => error !== null),
            {
              x1: ({ ndcg, error }: ModelBar) => ndcg - error!,
              x2: ({ ndcg, error }: ModelBar) => ndcg + error!,
              y: 'name',
              stroke: 'var(--ink)',
              strokeWidth: 1.2,
            },
          ),
          text(bars, {
            x: 0,
            y: 'name',
            text: ({ ndcg }: ModelBar) => valueText(ndcg),
            textAnchor: 'start',
            dx: 6,
            fill: 'var(--ink)',
            fontSize: 11,
          }),
          ...(oracle === null
            ? []
            : [ruleX([oracle], { stroke: 'var(--ink)', strokeWidth: 1.5, strokeDasharray: '5 3' })]),
          ruleX([0], { stroke: 'var(--muted)' }),
        ],
      },
    ),
  };
}
