import type { Rng } from '@synth/core';
import { aliasTable } from '@synth/core';
import type { ChoiceOrder, WeightedItems } from './choice-order';
import { choiceOrder } from './choice-order';
import { removalModel } from './removal';
import type { TasteProfile } from './taste';

/** Draws distinct items for a user, exactly as one draw after the other without replacement would. */
export interface ChoiceModel {
  /** Drawable mass of each group, and of all. */
  readonly groupMass: Float64Array;
  readonly mass: number;
  /** Where each item stands in the tables. */
  readonly order: ChoiceOrder;
  /**
   * Writes `count` distinct items to the front of `out`, in the order of the draws. Items marked as taken by
   * `exclude` are never drawn. Returns how many there were: fewer than `count` only when the user's tastes leave
   * fewer items a chance.
   */
  choose(
    profile: TasteProfile,
    count: number,
    rng: Rng,
    out: Int32Array,
    exclude?: readonly number[],
  ): number;
  /** The same draws as places of {@link order}, from `out[from]` on; `exclude` holds places too. */
  choosePlaces(
    profile: TasteProfile,
    count: number,
    rng: Rng,
    out: Int32Array,
    from?: number,
    exclude?: readonly number[],
  ): number;
  /** The place of an item. */
  placeOf(item: number): number;
}

const twoTo32 = 4294967296;

/** Packs the alias table of the places [from, to) into cells: own share x 2^32 as a signed word, alias place. */
function packAlias(cells: Int32Array, weights: Float64Array, from: number, to: number): void {
  if (from === to) return;
  const { cuts, aliases } = aliasTable(weights.subarray(from, to));
  for (let i = 0; i < to - from; i++) {
    const at = 2 * (from + i);
    cells[at] = Math.min(twoTo32 - 1, Math.round((cuts[i]! - i) * twoTo32)) | 0;
    cells[at + 1] = from + aliases[i]!;
  }
}

const mostSlices = 64;

/** Rejected draws that are put up with before removal takes over: with them, an item costs O(1) draws on average. */
const patience = 8;

/**
 * Exact sampling in O(1) a draw whatever the catalogue, with no vector of probabilities for a user.
 *
 * A user's law is a mixture (all items by weight; each group of taste by weight within), so a draw picks a component,
 * then an item by that component's alias table, and is rejected when the item is taken: sequential sampling without
 * replacement. When rejections outnumber acceptances (a user takes most of the mass), the rest is drawn by removal:
 * items of one group and of weights within a factor of two form a cell; a draw picks a cell by its remaining mass, an
 * item of it uniformly, and keeps it with its weight over the cell's largest. Where one law ends and the other begins
 * does not matter: given the items taken, the next item has the same distribution under both.
 */
export function choiceModel(source: WeightedItems): ChoiceModel {
  const order = choiceOrder(source);
  const { items, weights, drawable, groupStart } = order;
  const { groups } = source;
  const groupMass = new Float64Array(groups);
  for (let g = 0; g < groups; g++) {
    for (let place = groupStart[g]!; place < groupStart[g + 1]!; place++)
      groupMass[g] = groupMass[g]! + weights[place]!;
  }
  const mass = groupMass.reduce((sum, one) => sum + one, 0);

  const all = new Int32Array(2 * drawable);
  packAlias(all, weights, 0, drawable);
  const byGroup = new Int32Array(2 * drawable);
  for (let g = 0; g < groups; g++) packAlias(byGroup, weights, groupStart[g]!, groupStart[g + 1]!);

  const removal = removalModel(order);
  let places: Int32Array | undefined;

  // Scratch: a place is taken when its stamp is the current user's.
  const stamps = new Int32Array(items.length);
  let stamp = 0;
  // Component j of the mixture holds the picks from bounds[j] on; component 0 is the whole catalogue.
  const bounds = new Float64Array(groups + 2);
  const slotsPerMass = new Float64Array(groups + 1);
  const starts = new Int32Array(groups + 1);
  const sizes = new Int32Array(groups + 1);
  // The component in which each of equal slices of [0, total) begins: where a pick is looked for first.
  const guide = new Int32Array(mostSlices);
  let slicesPerMass = 0;

  /** Lays the components of a profile out along [0, total) and returns the total. */
  function layOut({ base, listed, groups: listedGroups, extras }: TasteProfile): number {
    let total = base * mass;
    slotsPerMass[0] = drawable / total;
    sizes[0] = drawable;
    for (let j = 1; j <= listed; j++) {
      const group = listedGroups[j - 1]!;
      const width = extras[j - 1]! * groupMass[group]!;
      const start = groupStart[group]!;
      const size = groupStart[group + 1]! - start;
      bounds[j] = total;
      starts[j] = start;
      sizes[j] = size;
      slotsPerMass[j] = size / width;
      total += width;
    }
    bounds[listed + 1] = Number.POSITIVE_INFINITY;
    const slices = Math.min(mostSlices, 4 * (listed + 1));
    slicesPerMass = slices / total;
    for (let j = 0, slice = 0; slice < slices; slice++) {
      while (bounds[j + 1]! * slicesPerMass <= slice) j++;
      guide[slice] = j;
    }
    return total;
  }

  function choosePlaces(
    profile: TasteProfile,
    count: number,
    rng: Rng,
    out: Int32Array,
    from = 0,
    exclude: readonly number[] = [],
  ): number {
    if (stamp === 0x7fffffff) {
      stamps.fill(0);
      stamp = 0;
    }
    const own = ++stamp;
    for (const place of exclude) stamps[place] = own;

    const total = layOut(profile);
    let taken = 0;
    let rejected = 0;
    while (taken < count && rejected <= taken + patience) {
      // One double picks the component, the cell within it, and a side of the cell.
      const pick = rng.nextF64() * total;
      let j = guide[Math.floor(pick * slicesPerMass)]!;
      while (pick < bounds[j]!) j--;
      while (pick >= bounds[j + 1]!) j++;
      const spot = (pick - bounds[j]!) * slotsPerMass[j]!;
      const slot = Math.min(sizes[j]! - 1, Math.floor(spot));
      const cell = starts[j]! + slot;
      const cells = j === 0 ? all : byGroup;
      const place = (spot - slot) * twoTo32 < cells[2 * cell]! >>> 0 ? cell : cells[2 * cell + 1]!;
      if (stamps[place] === own) {
        rejected++;
      } else {
        stamps[place] = own;
        out[from + taken++] = place;
      }
    }
    return taken === count ? taken : removal(profile, count, taken, rng, out, from, exclude);
  }

  function placeOf(item: number): number {
    if (places === undefined) {
      places = new Int32Array(items.length);
      for (let place = 0; place < items.length; place++) places[items[place]!] = place;
    }
    return places[item]!;
  }

  return {
    groupMass,
    mass,
    order,
    choosePlaces,
    placeOf,
    choose(profile, count, rng, out, exclude = []) {
      const taken = choosePlaces(profile, count, rng, out, 0, exclude.map(placeOf));
      for (let i = 0; i < taken; i++) out[i] = items[out[i]!]!;
      return taken;
    },
  };
}
