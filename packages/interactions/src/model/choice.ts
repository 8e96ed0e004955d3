import type { Rng } from '@synth/core';
import { aliasTable } from '@synth/core';
import type { TasteProfile } from './taste';

/** The items that can be drawn, by weight and group. */
export interface WeightedItems {
  /** 0 for an item that is never drawn. */
  readonly weights: Float64Array;
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/** Draws distinct items for a user, exactly as one draw after the other without replacement would. */
export interface ChoiceModel {
  /** Drawable mass of each group, and of all. */
  readonly groupMass: Float64Array;
  readonly mass: number;
  /** How many items have a weight. */
  readonly drawable: number;
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
}

const twoTo32 = 4294967296;

/** Numbers of a packed alias cell: own share x 2^32 as a signed word, item, alias item. */
const cellSize = 3;

/** Packs the alias table of the items [from, to) of `order` into cells from `from` on. */
function packAlias(
  cells: Int32Array,
  weights: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
): void {
  if (from === to) return;
  const items = order.subarray(from, to);
  const { cuts, aliases } = aliasTable(Float64Array.from(items, (item) => weights[item]!));
  for (let i = 0; i < items.length; i++) {
    const at = (from + i) * cellSize;
    cells[at] = Math.min(twoTo32 - 1, Math.round((cuts[i]! - i) * twoTo32)) | 0;
    cells[at + 1] = items[i]!;
    cells[at + 2] = items[aliases[i]!]!;
  }
}

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
export function choiceModel({ weights, groupOf, groups }: WeightedItems): ChoiceModel {
  const drawn = Array.from(weights.keys()).filter((item) => weights[item]! > 0);
  const classOf = (item: number): number => Math.floor(Math.log2(weights[item]!));
  // By group, then by weight class, then by index: a cell is a range of this order.
  drawn.sort((a, b) => groupOf[a]! - groupOf[b]! || classOf(b) - classOf(a) || a - b);
  const order = Int32Array.from(drawn);
  const n = order.length;

  const groupStart = new Int32Array(groups + 1);
  for (const item of order) groupStart[groupOf[item]! + 1]!++;
  for (let g = 0; g < groups; g++) groupStart[g + 1] = groupStart[g]! + groupStart[g + 1]!;
  const groupMass = new Float64Array(groups);
  for (const item of order) groupMass[groupOf[item]!] = groupMass[groupOf[item]!]! + weights[item]!;
  const mass = groupMass.reduce((sum, one) => sum + one, 0);

  const all = new Int32Array(n * cellSize);
  packAlias(all, weights, order, 0, n);
  const byGroup = new Int32Array(n * cellSize);
  for (let g = 0; g < groups; g++) packAlias(byGroup, weights, order, groupStart[g]!, groupStart[g + 1]!);

  const removal = removalModel({ weights, groupOf, groups, order, classOf });

  // Scratch: an item is taken when its stamp is the current user's.
  const stamps = new Int32Array(weights.length);
  let stamp = 0;
  // Component j of the mixture holds the picks from bounds[j] on; component 0 is the whole catalogue.
  const bounds = new Float64Array(groups + 1);
  const slotsPerMass = new Float64Array(groups + 1);

  /** Lays the components of a profile out along [0, total) and returns the total. */
  function layOut({ base, listed, groups: listedGroups, extras }: TasteProfile): number {
    let total = base * mass;
    slotsPerMass[0] = n / total;
    for (let j = 0; j < listed; j++) {
      const group = listedGroups[j]!;
      const width = extras[j]! * groupMass[group]!;
      bounds[j + 1] = total;
      slotsPerMass[j + 1] = (groupStart[group + 1]! - groupStart[group]!) / width;
      total += width;
    }
    return total;
  }

  function choose(
    profile: TasteProfile,
    count: number,
    rng: Rng,
    out: Int32Array,
    exclude: readonly number[] = [],
  ): number {
    if (stamp === 0x7fffffff) {
      stamps.fill(0);
      stamp = 0;
    }
    stamp++;
    for (const item of exclude) stamps[item] = stamp;

    const total = layOut(profile);
    const { listed, groups: listedGroups } = profile;
    let taken = 0;
    let rejected = 0;
    while (taken < count && rejected <= taken + patience) {
      // One double picks the component, the cell within it, and a side of the cell.
      const pick = rng.nextF64() * total;
      let j = listed;
      while (j > 0 && pick < bounds[j]!) j--;
      const group = j === 0 ? -1 : listedGroups[j - 1]!;
      const from = j === 0 ? 0 : groupStart[group]!;
      const size = (j === 0 ? n : groupStart[group + 1]!) - from;
      const place = (pick - bounds[j]!) * slotsPerMass[j]!;
      const slot = Math.min(size - 1, Math.floor(place));
      const at = (from + slot) * cellSize;
      const cells = j === 0 ? all : byGroup;
      const item = (place - slot) * twoTo32 < cells[at]! >>> 0 ? cells[at + 1]! : cells[at + 2]!;
      if (stamps[item] === stamp) {
        rejected++;
      } else {
        stamps[item] = stamp;
        out[taken++] = item;
      }
    }
    return taken === count ? taken : removal(profile, count, taken, rng, out, exclude);
  }

  return { groupMass, mass, drawable: n, choose };
}

interface RemovalSource extends WeightedItems {
  readonly order: Int32Array;
  readonly classOf: (item: number) => number;
}

type Removal = (
  profile: TasteProfile,
  count: number,
  taken: number,
  rng: Rng,
  out: Int32Array,
  exclude: readonly number[],
) => number;

/** Draws without replacement by removal, from the items that are left. */
function removalModel({ weights, groupOf, groups, order, classOf }: RemovalSource): Removal {
  const n = order.length;
  const cellOfItem = new Int32Array(weights.length);
  const cellStart: number[] = [];
  const cellGroup: number[] = [];
  for (let i = 0; i < n; i++) {
    const item = order[i]!;
    const before = order[i - 1];
    if (before === undefined || groupOf[before] !== groupOf[item] || classOf(before) !== classOf(item)) {
      cellStart.push(i);
      cellGroup.push(groupOf[item]!);
    }
    cellOfItem[item] = cellStart.length - 1;
  }
  const cells = cellStart.length;
  cellStart.push(n);
  const firstCell = new Int32Array(groups + 1).fill(cells);
  for (let cell = cells - 1; cell >= 0; cell--) firstCell[cellGroup[cell]!] = cell;
  for (let g = groups - 1; g >= 0; g--) firstCell[g] = Math.min(firstCell[g]!, firstCell[g + 1]!);

  const fullMass = new Float64Array(cells);
  const heaviest = new Float64Array(cells);
  for (const item of order) {
    const cell = cellOfItem[item]!;
    fullMass[cell] = fullMass[cell]! + weights[item]!;
    heaviest[cell] = Math.max(heaviest[cell]!, weights[item]!);
  }

  // Scratch of the current user; the swaps are undone after each, so that no user depends on the one before.
  const shelf = order.slice();
  const place = new Int32Array(weights.length);
  for (let i = 0; i < n; i++) place[shelf[i]!] = i;
  const left = new Int32Array(cells);
  const cellMass = new Float64Array(cells);
  const factors = new Float64Array(groups);
  const groupLeft = new Float64Array(groups);
  const swaps: number[] = [];

  function swap(i: number, j: number): void {
    const a = shelf[i]!;
    const b = shelf[j]!;
    shelf[i] = b;
    shelf[j] = a;
    place[b] = i;
    place[a] = j;
  }

  /** The mass of a group from its cells: free of the rounding that subtraction gathers. */
  function sumGroup(g: number): void {
    let sum = 0;
    for (let cell = firstCell[g]!; cell < firstCell[g + 1]!; cell++) sum += cellMass[cell]!;
    groupLeft[g] = sum * factors[g]!;
  }

  function remove(item: number): void {
    const cell = cellOfItem[item]!;
    const last = cellStart[cell]! + --left[cell]!;
    const at = place[item]!;
    swaps.push(at, last);
    swap(at, last);
    cellMass[cell] = left[cell] === 0 ? 0 : Math.max(0, cellMass[cell]! - weights[item]!);
  }

  return (profile, count, taken, rng, out, exclude) => {
    for (let cell = 0; cell < cells; cell++) {
      left[cell] = cellStart[cell + 1]! - cellStart[cell]!;
      cellMass[cell] = fullMass[cell]!;
    }
    factors.fill(profile.base);
    for (let j = 0; j < profile.listed; j++) {
      const g = profile.groups[j]!;
      factors[g] = factors[g]! + profile.extras[j]!;
    }
    for (const item of exclude) if (weights[item]! > 0) remove(item);
    for (let i = 0; i < taken; i++) remove(out[i]!);
    for (let g = 0; g < groups; g++) sumGroup(g);

    while (taken < count) {
      let total = 0;
      for (let g = 0; g < groups; g++) total += groupLeft[g]!;
      if (total === 0) break;
      let rest = rng.nextF64() * total;
      let g = 0;
      let lastLive = -1;
      for (; g < groups; g++) {
        if (groupLeft[g]! > 0) lastLive = g;
        if (rest < groupLeft[g]!) break;
        rest -= groupLeft[g]!;
      }
      if (g === groups) g = lastLive;
      rest /= factors[g]!;
      let cell = firstCell[g]!;
      let live = cell;
      for (; cell < firstCell[g + 1]!; cell++) {
        if (left[cell]! > 0) live = cell;
        if (rest < cellMass[cell]!) break;
        rest -= cellMass[cell]!;
      }
      cell = live;
      for (;;) {
        const pick = rng.nextF64() * left[cell]!;
        const slot = Math.floor(pick);
        const item = shelf[cellStart[cell]! + slot]!;
        // The fraction of the pick is uniform again: it decides between keeping and drawing anew.
        if ((pick - slot) * heaviest[cell]! < weights[item]!) {
          out[taken++] = item;
          remove(item);
          sumGroup(g);
          break;
        }
      }
    }

    for (let i = swaps.length - 2; i >= 0; i -= 2) swap(swaps[i]!, swaps[i + 1]!);
    swaps.length = 0;
    return taken;
  };
}
