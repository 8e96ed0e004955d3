import { cell } from '@observablehq/plot';
import type { CoOccurrenceMap, PairCell } from '../data/co-occurrence-map';
import { countText, valueText } from '../numbers';
import { draw } from './draw';
import type { Figure } from './figure';
import { liftScale } from './lift-cells';

const scale = liftScale(2);

/** The most popular items against each other. */
export function coOccurrencePlot({ items, cells, within, between }: CoOccurrenceMap): Figure {
  const contrast =
    within === null || between === null
      ? `Co-occurrence of the ${items.length} most popular items`
      : `Co-occurrence: items of one group share users ${valueText(within)}x as often as chance, others ${valueText(between)}x`;
  const starts = items.flatMap(({ group }, at) =>
    group !== null && (at === 0 || items[at - 1]!.group !== group) ? [{ at, group }] : [],
  );
  const names = new Map(starts.map(({ at, group }) => [at, group]));
  const grouped = starts.length > 0;
  // Where groups are short, their names would stand on each other.
  const ticks = starts
    .filter(({ at }, k) => (starts[k + 1]?.at ?? items.length) - at >= 2)
    .map(({ at }) => at);
  const name = (at: number): string => names.get(at) ?? '';
  return {
    id: 'co-occurrence',
    title: contrast,
    text: `The ${items.length} most popular items against each other${grouped ? ', by group' : ''}: users that two items have in common, by what the counts of users and items alone would give (bipartite configuration model). Blocks along the diagonal are tastes.`,
    legend: scale.legend,
    svg: draw(`Users in common of ${items.length} popular items, by chance`, {
      height: 400,
      marginLeft: grouped ? 84 : 34,
      marginTop: 8,
      marginRight: 4,
      marginBottom: 42,
      padding: 0,
      x: {
        type: 'band',
        domain: items.map((_, at) => at),
        ticks: [],
        label: grouped ? 'items, by group' : 'items, the most popular first',
        labelArrow: 'none',
        labelOffset: 28,
      },
      y: {
        type: 'band',
        domain: items.map((_, at) => at),
        ticks: grouped ? ticks : [],
        tickFormat: (at: number) => (name(at).length > 11 ? `${name(at).slice(0, 10)}…` : name(at)),
        label: null,
      },
      color: { type: 'identity' },
      opacity: { type: 'identity' },
      marks: [
        cell(cells, {
          x: 'a',
          y: 'b',
          fill: ({ lift }: PairCell) => scale.colour(lift),
          fillOpacity: ({ lift }: PairCell) => scale.opacity(lift),
          title: ({ a, b, users, lift }: PairCell) =>
            `${items[a]!.id}, ${items[b]!.id}: ${countText(users)} users, ${valueText(lift)}x`,
        }),
      ],
    }),
  };
}
