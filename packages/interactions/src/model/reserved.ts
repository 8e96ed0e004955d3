import type { Streams } from '@synth/core';
import { nextBelow } from '@synth/core';
import type { InteractionsConfig } from '../config/schema';

/** Whether a configuration asks for items that nobody draws. */
export const hasReserved = ({ itemColdStartRate, singleUserItemRate }: InteractionsConfig): boolean =>
  itemColdStartRate > 0 || singleUserItemRate > 0;

/**
 * Sets the weight of cold items (nobody takes them) and of single-user items to 0, and gives each of the latter to one
 * user: a random one. Both shares are exact to one item; the items are drawn at random.
 */
export function reservedItems(
  config: InteractionsConfig,
  items: number,
  users: number,
  weights: Float64Array,
  streams: Streams,
): ReadonlyMap<number, readonly number[]> {
  const cold = Math.round(config.itemColdStartRate * items);
  const single = Math.min(items - cold, Math.round(config.singleUserItemRate * items));
  const owners = new Map<number, number[]>();
  if (cold + single === 0) return owners;

  const rng = streams.stream('item-reserved').at(0);
  const order = Int32Array.from({ length: items }, (_, item) => item);
  for (let i = 0; i < cold + single; i++) {
    const j = i + nextBelow(rng, items - i);
    const item = order[j]!;
    order[j] = order[i]!;
    order[i] = item;
    weights[item] = 0;
    if (i < cold) continue;
    const owner = nextBelow(rng, users);
    const own = owners.get(owner);
    if (own === undefined) owners.set(owner, [item]);
    else own.push(item);
  }
  return owners;
}
