import type { Seed } from '@synth/core';
import { shuffle, streams } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import type { Correspondence } from './correspondence';
import { itemCounts } from './item-counts';
import type { TasteGroups } from './taste-groups';

/** An item on the plane. */
export interface MappedItem {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly users: number;
  readonly group: string | null;
}

/** Items on the first two axes of their correspondence analysis. */
export interface ItemMap {
  readonly items: readonly MappedItem[];
  /** Items that had a place, drawn or not. */
  readonly of: number;
  /** Shares of the inertia of both axes. */
  readonly inertia: readonly [number, number];
}

const mostItems = 900;

/** Items by place, at most 900, drawn by seed. Places beyond the outer 1% are put on its edge. */
export function itemMap(
  matrix: InteractionMatrix,
  places: Correspondence,
  groups: TasteGroups | undefined,
  seed: Seed,
): ItemMap {
  const counts = itemCounts(matrix);
  const { axes } = places;
  const placed = [...counts.keys()].filter((item) => !Number.isNaN(places.items[item * axes]));
  const rng = streams({ seed, dataset: 'report' }).stream('items').at(0);
  const chosen = placed.length > mostItems ? shuffle(rng, placed.slice()).slice(0, mostItems) : placed;
  const within = [0, 1].map((axis) => {
    const sorted = Float64Array.from(placed, (item) => places.items[item * axes + axis]!).sort();
    const cut = Math.floor(sorted.length / 100);
    return { low: sorted[cut]!, high: sorted[sorted.length - 1 - cut]! };
  });
  const place = (item: number, axis: 0 | 1): number => {
    const { low, high } = within[axis]!;
    return Math.min(high, Math.max(low, places.items[item * axes + axis]!));
  };
  const items = chosen
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .map((item) => ({
      id: matrix.items[item]!,
      x: place(item, 0),
      y: place(item, 1),
      users: counts[item]!,
      group: groups === undefined || groups.ofItem[item]! < 0 ? null : groups.names[groups.ofItem[item]!]!,
    }));
  return { items, of: placed.length, inertia: [places.inertia[0]!, places.inertia[1]!] };
}
