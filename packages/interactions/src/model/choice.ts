import type { Rng } from '@synth/core';
import { aliasTable } from '@synth/core';
import type { ChoiceOrder, WeightedItems } from './choice-order';
import { choiceOrder } from './choice-order';
import type { Removal } from './removal';
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

/** Packs the alias table of the places [from, to) into cells: (own share - 1/2) x 2^32, alias place. */
function packAlias(cells: Int32Array, first: number, weights: Float64Array, from: number, to: number): void {
  if (from === to) return;
  const { cuts, aliases } = aliasTable(weights.subarray(from, to));
  for (let i = 0; i < to - from; i++) {
    const at = 2 * (first + from + i);
    cells[at] = Math.min(twoTo32 / 2 - 1, Math.round((cuts[i]! - i - 0.5) * twoTo32));
    cells[at + 1] = from + aliases[i]!;
  }
}

/** Components laid out along [0, total): picks from bounds[j] to bounds[j + 1] are of component j. */
interface Layout {
  readonly bounds: Float64Array;
  /** Cells of a unit of a component's mass, its first cell, and how many it has. */
  readonly slotsPerMass: Float64Array;
  readonly starts: Int32Array;
  readonly sizes: Int32Array;
  /** The component in which each of equal slices of the line begins: where a pick is looked for first. */
  readonly guide: Int32Array;
}

const slices = 32;

const layout = (components: number): Layout => ({
  bounds: new Float64Array(components + 1),
  slotsPerMass: new Float64Array(components),
  starts: new Int32Array(components),
  sizes: new Int32Array(components),
  // Behind the last slice there is room for components that begin at the very end.
  guide: new Int32Array(slices + 2),
});

/** Ends a line of `count` components, the last of which ends at `total`. */
function endLayout({ bounds, guide }: Layout, count: number, total: number): void {
  const perMass = slices / total;
  for (let slice = 1; slice < slices; slice++) guide[slice] = 0;
  // The last component that begins in the slice before each; then the last that begins anywhere before it.
  for (let j = 1; j < count; j++) guide[((bounds[j]! * perMass) | 0) + 1] = j;
  let latest = 0;
  for (let slice = 1; slice < slices; slice++) {
    const own = guide[slice]!;
    latest = own > latest ? own : latest;
    guide[slice] = latest;
  }
  bounds[count] = Number.POSITIVE_INFINITY;
}

/** The component of a pick in [0, total). One without mass has none. */
function componentAt(guide: Int32Array, bounds: Float64Array, perMass: number, pick: number): number {
  let j = guide[Math.min(slices - 1, (pick * perMass) | 0)]!;
  while (pick < bounds[j]!) j--;
  while (pick >= bounds[j + 1]!) j++;
  return j;
}

/** Draws that are looked up together: what one waits for from memory, others wait for at the same time. */
const window = 256;

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

  // Cells of the whole catalogue, then those of the groups.
  const cells = new Int32Array(4 * drawable);
  packAlias(cells, 0, weights, 0, drawable);
  for (let g = 0; g < groups; g++) packAlias(cells, drawable, weights, groupStart[g]!, groupStart[g + 1]!);

  // Few users need it, and of a catalogue that is big for what they take, none.
  let removal: Removal | undefined;
  let places: Int32Array | undefined;

  // Scratch: a place is taken when its stamp is the current user's.
  const stamps = new Int32Array(items.length);
  let stamp = 0;
  const mixture = layout(groups + 1);
  const drawnCells = new Int32Array(window);
  const drawnSides = new Int32Array(window);
  const drawnPlaces = new Int32Array(window);

  /** Lays the components of a profile out, the whole catalogue first; returns where the last one ends. */
  function layOut({ base, listed, groups: listedGroups, extras }: TasteProfile): number {
    const { bounds, slotsPerMass, starts, sizes } = mixture;
    let total = base * mass;
    let count = 1;
    bounds[0] = 0;
    slotsPerMass[0] = drawable / total;
    sizes[0] = drawable;
    for (let i = 0; i < listed; i++) {
      const group = listedGroups[i]!;
      const width = extras[i]! * groupMass[group]!;
      if (width === 0) continue;
      const size = groupStart[group + 1]! - groupStart[group]!;
      bounds[count] = total;
      slotsPerMass[count] = size / width;
      starts[count] = drawable + groupStart[group]!;
      sizes[count] = size;
      total += width;
      count++;
    }
    endLayout(mixture, count, total);
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
    const { guide, slotsPerMass, bounds, starts, sizes } = mixture;
    const slicesPerMass = slices / total;
    let taken = 0;
    let rejected = 0;
    while (taken < count && rejected <= taken + patience) {
      // As many draws as end with the sample, or with what patience there is, at the latest.
      const draws = Math.min(count - taken, taken + patience - rejected + 1, window);
      for (let i = 0; i < draws; i++) {
        // One double picks the component, the cell within it, and a side of the cell.
        const pick = rng.nextF64() * total;
        const j = componentAt(guide, bounds, slicesPerMass, pick);
        const spot = (pick - bounds[j]!) * slotsPerMass[j]!;
        const slot = Math.min(sizes[j]! - 1, spot | 0);
        drawnCells[i] = starts[j]! + slot;
        drawnSides[i] = ((spot - slot - 0.5) * twoTo32) | 0;
      }
      for (let i = 0; i < draws; i++) {
        const cell = drawnCells[i]!;
        const isOwn = drawnSides[i]! < cells[2 * cell]!;
        drawnPlaces[i] = isOwn ? (cell < drawable ? cell : cell - drawable) : cells[2 * cell + 1]!;
      }
      for (let i = 0; i < draws; i++) {
        const place = drawnPlaces[i]!;
        if (stamps[place] === own) {
          rejected++;
        } else {
          stamps[place] = own;
          out[from + taken++] = place;
        }
      }
    }
    if (taken === count) return taken;
    removal ??= removalModel(order);
    return removal(profile, count, taken, rng, out, from, exclude);
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
