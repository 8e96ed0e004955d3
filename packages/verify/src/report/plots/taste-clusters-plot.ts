import { cell, text } from '@observablehq/plot';
import type { TasteCell, TasteClusters } from '../data/taste-clusters';
import { shareText, valueText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';
import { liftScale } from './lift-cells';

const scale = liftScale(4);

/** Groups of users against groups of items. */
export function tasteClustersPlot(clusters: TasteClusters, shuffled: number | null): Figure {
  const { names, cells, own, kind } = clusters;
  const planted = kind === 'planted';
  const control =
    shuffled === null
      ? ''
      : ` Found the same way on a shuffled copy, clusters reach ${valueText(shuffled)}x: what is beyond that is taste.`;
  return {
    id: 'taste-clusters',
    title: `Taste clusters: users take ${valueText(own)}x as much of their own group as chance gives`,
    text: planted
      ? 'Rows are users by the group that was planted as their favourite, columns the groups of items. Each cell is the share that these users take of these items by that of everybody; the diagonal is their own.'
      : `Rows are clusters of users, columns clusters of items, both found by spectral co-clustering of this data. Each cell is the share that these users take of these items by that of everybody.${control}`,
    legend: scale.legend,
    svg: draw(
      `${names.length} groups of users against the same groups of items: own groups ${valueText(own)} times chance`,
      {
        height: 90 + names.length * 30,
        marginLeft: 84,
        marginTop: 8,
        marginBottom: 82,
        marginRight: 4,
        x: {
          type: 'band',
          domain: names,
          label: `items: ${planted ? 'group' : 'cluster'}`,
          tickRotate: -35,
          tickFormat: short,
          tickSize: 0,
          labelAnchor: 'right',
          labelArrow: 'none',
        },
        y: { type: 'band', domain: names, label: null, tickFormat: short, tickSize: 0 },
        color: { type: 'identity' },
        opacity: { type: 'identity' },
        marks: [
          cell(cells, {
            x: 'items',
            y: 'users',
            fill: ({ lift }: TasteCell) => scale.colour(lift),
            fillOpacity: ({ lift }: TasteCell) => scale.opacity(lift),
            stroke: 'var(--line)',
            strokeWidth: 0.5,
            inset: 0.5,
            title: ({ users, items, share, lift }: TasteCell) =>
              share === null || lift === null
                ? `users of ${users}: none`
                : `users of ${users}: ${shareText(share)} of theirs is ${items}, ${valueText(lift)}x everybody's share`,
          }),
          text(
            cells.filter(({ lift }) => lift !== null),
            {
              x: 'items',
              y: 'users',
              text: ({ lift }: TasteCell) => shortLift(lift!),
              fill: ({ lift }: TasteCell) => (scale.opacity(lift) > 0.6 ? 'var(--paper)' : 'var(--ink)'),
              fontSize: 11,
            },
          ),
        ],
      },
    ),
  };
}

const short = (name: string): string => (name.length > 11 ? `${name.slice(0, 10)}…` : name);

const shortLift = (lift: number): string => (lift >= 10 ? lift.toFixed(0) : lift.toFixed(1));
