import { barX, text } from '@observablehq/plot';
import type { TablePicture } from '../../tables/table-picture';
import { countText, shareText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';

interface Step {
  readonly name: string;
  readonly events: number;
  readonly label: string;
}

/** Events by step of the funnel. */
export function funnelPlot({ view, cart, purchase }: Extract<TablePicture, { kind: 'funnel' }>): Figure {
  const by = (part: number, whole: number, of: string): string =>
    whole === 0 ? countText(part) : `${countText(part)}: ${shareText(part / whole)} of ${of}`;
  const steps: readonly Step[] = [
    { name: 'view', events: view, label: countText(view) },
    { name: 'cart', events: cart, label: by(cart, view, 'views') },
    {
      name: 'purchase',
      events: purchase,
      label: by(purchase, cart === 0 ? view : cart, cart === 0 ? 'views' : 'carts'),
    },
  ];
  const title =
    view === 0
      ? 'Funnel: nothing was viewed'
      : `Funnel: ${shareText(purchase / view)} of views end in a purchase`;
  return {
    id: 'funnel',
    title,
    text: 'Events of each step. In shops two to six of a hundred views are followed by a cart, and a third of the carts by a purchase.',
    svg: draw(`Events by step: ${steps.map(({ name, label }) => `${name} ${label}`).join(', ')}`, {
      height: 170,
      marginLeft: 72,
      marginTop: 8,
      x: {
        label: 'events',
        grid: true,
        ticks: 4,
        tickFormat: '~s',
        domain: [0, 1.05 * Math.max(view, cart, purchase, 1)],
      },
      y: { type: 'band', domain: steps.map(({ name }) => name), label: null, tickSize: 0, padding: 0.28 },
      marks: [
        barX(steps, { x: 'events', y: 'name', fill: 'var(--accent)', fillOpacity: 0.55 }),
        text(steps, {
          x: 0,
          y: 'name',
          text: 'label',
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink)',
          fontSize: 11,
        }),
      ],
    }),
  };
}
