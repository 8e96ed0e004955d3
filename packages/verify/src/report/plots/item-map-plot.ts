import { dot } from '@observablehq/plot';
import type { ItemMap, MappedItem } from '../data/item-map';
import type { TasteGroups } from '../data/taste-groups';
import { countText, shareText } from '../numbers';
import { draw, groupColour } from './draw';
import type { Figure } from './figure';

/** Items on a plane, near each other where the same users have them. */
export function itemMapPlot({ items, of, inertia }: ItemMap, groups: TasteGroups | undefined): Figure {
  const names = groups?.names ?? [];
  const colourOf = (group: string | null): string =>
    group === null ? 'var(--muted)' : groupColour(names.indexOf(group));
  const drawn =
    items.length < of
      ? `${countText(items.length)} of ${countText(of)} items, drawn by seed`
      : `${countText(of)} items`;
  const axis = (name: string, share: number): string => `${name} axis (${shareText(share)} of the inertia)`;
  return {
    id: 'item-map',
    title: 'Items by who has them: near each other where the same users take both',
    text: `Correspondence analysis of the interactions: popularity and activity are taken out. ${drawn} with 5 users or more; larger dots have more users; ${
      groups?.kind === 'planted' ? 'colours are the planted groups' : 'colours are the clusters found'
    }. Places beyond the outer 1% stand on the edge.`,
    legend: names.map((label, at) => ({ label, colour: groupColour(at), shape: 'dot' })),
    svg: draw(`${drawn} on the first two axes of a correspondence analysis`, {
      height: 360,
      x: { label: axis('first', inertia[0]), grid: true, nice: true, ticks: 6, labelArrow: 'none' },
      y: { label: axis('second', inertia[1]), grid: true, nice: true, ticks: 6, labelArrow: 'none' },
      r: { range: [1.5, 7] },
      color: { type: 'identity' },
      marks: [
        dot(items, {
          x: 'x',
          y: 'y',
          r: 'users',
          fill: ({ group }: MappedItem) => colourOf(group),
          fillOpacity: 0.6,
          stroke: 'var(--paper)',
          strokeWidth: 0.4,
          title: ({ id, users }: MappedItem) => `${id}: ${countText(users)} users`,
        }),
      ],
    }),
  };
}
