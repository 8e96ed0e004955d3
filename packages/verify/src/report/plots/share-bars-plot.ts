import { barY, ruleY, text } from '@observablehq/plot';
import { shareText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';

/** What bars of shares are of. */
export interface ShareBars {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Of the horizontal axis. */
  readonly label: string;
  readonly names: readonly string[];
  readonly counts: readonly number[];
}

/** Bars of how many, as shares of all. */
export function shareBarsPlot({ id, title, text: how, label, names, counts }: ShareBars): Figure {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const bars = names.map((name, at) => ({ name, share: counts[at]! / whole }));
  return {
    id,
    title,
    text: how,
    svg: draw(`${label}: ${bars.map(({ name, share }) => `${name} ${shareText(share)}`).join(', ')}`, {
      height: 220,
      x: { type: 'band', domain: names, label, tickSize: 0, padding: 0.25, labelArrow: 'none' },
      y: { label: 'share', grid: true, tickFormat: '~%', ticks: 4 },
      marks: [
        barY(bars, { x: 'name', y: 'share', fill: 'var(--accent)', fillOpacity: 0.75 }),
        text(bars, {
          x: 'name',
          y: 'share',
          text: ({ share }: { share: number }) => (share === 0 ? '' : `${Math.round(100 * share)}%`),
          dy: -7,
          fill: 'var(--ink)',
          fontSize: 11,
        }),
        ruleY([0], { stroke: 'var(--muted)' }),
      ],
    }),
  };
}
