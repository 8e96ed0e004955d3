import type { Rng } from '@synth/core';
import type { ChoiceOrder } from './choice-order';
import { weightClass } from './choice-order';
import type { Tastes } from './taste';

/**
 * Goes on with a sample without replacement by removal: `out` holds `taken` places from `from` on and gets as many more
 * as there are, up to `count`. Returns how many it holds then.
 */
export type Removal = (
  factors: Tastes,
  count: number,
  taken: number,
  rng: Rng,
  out: Int32Array,
  from: number,
  exclude: readonly number[],
) => number;

/**
 * Draws without replacement from the places that are left: a cell by its remaining mass, a place of it uniformly, kept
 * with its weight over the cell's largest.
 */
export function removalModel(order: ChoiceOrder): Removal {
  const { weights, drawable, groupStart } = order;
  const groups = groupStart.length - 1;
  const { cellStart, firstCell } = cellsOf(order);
  const cells = cellStart.length - 1;
  const cellOf = new Int32Array(drawable);
  const fullMass = new Float64Array(cells);
  const heaviest = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    for (let place = cellStart[cell]!; place < cellStart[cell + 1]!; place++) {
      cellOf[place] = cell;
      fullMass[cell] = fullMass[cell]! + weights[place]!;
      heaviest[cell] = Math.max(heaviest[cell]!, weights[place]!);
    }
  }

  // Scratch of the current user; the swaps are undone after each, so that no user depends on the one before.
  const shelf = Int32Array.from({ length: drawable }, (_, place) => place);
  const slotOf = shelf.slice();
  const left = new Int32Array(cells);
  const cellMass = new Float64Array(cells);
  const groupLeft = new Float64Array(groups);
  const swaps: number[] = [];

  function swap(i: number, j: number): void {
    const a = shelf[i]!;
    const b = shelf[j]!;
    shelf[i] = b;
    shelf[j] = a;
    slotOf[b] = i;
    slotOf[a] = j;
  }

  /** The mass of a group from its cells: free of the rounding that subtraction gathers. */
  function sumGroup(g: number, factor: number): void {
    let sum = 0;
    for (let cell = firstCell[g]!; cell < firstCell[g + 1]!; cell++) sum += cellMass[cell]!;
    groupLeft[g] = sum * factor;
  }

  function remove(place: number): void {
    const cell = cellOf[place]!;
    const last = cellStart[cell]! + --left[cell]!;
    const at = slotOf[place]!;
    swaps.push(at, last);
    swap(at, last);
    cellMass[cell] = left[cell] === 0 ? 0 : Math.max(0, cellMass[cell]! - weights[place]!);
  }

  return (factors, count, taken, rng, out, from, exclude) => {
    for (let cell = 0; cell < cells; cell++) {
      left[cell] = cellStart[cell + 1]! - cellStart[cell]!;
      cellMass[cell] = fullMass[cell]!;
    }
    for (const place of exclude) if (place < drawable) remove(place);
    for (let i = 0; i < taken; i++) remove(out[from + i]!);
    for (let g = 0; g < groups; g++) sumGroup(g, factors[g]!);

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
        const place = shelf[cellStart[cell]! + slot]!;
        // The fraction of the pick is uniform again: it decides between keeping and drawing anew.
        if ((pick - slot) * heaviest[cell]! < weights[place]!) {
          out[from + taken++] = place;
          remove(place);
          sumGroup(g, factors[g]!);
          break;
        }
      }
    }

    for (let i = swaps.length - 2; i >= 0; i -= 2) swap(swaps[i]!, swaps[i + 1]!);
    swaps.length = 0;
    return taken;
  };
}

/** The first place of each cell, which is one weight class of one group, the first cell of each group, and the ends. */
function cellsOf({ weights, groupStart }: ChoiceOrder): { cellStart: number[]; firstCell: number[] } {
  const groups = groupStart.length - 1;
  const cellStart: number[] = [];
  const firstCell: number[] = [];
  for (let g = 0; g < groups; g++) {
    firstCell.push(cellStart.length);
    for (let place = groupStart[g]!; place < groupStart[g + 1]!; place++) {
      const isFirst = place === groupStart[g];
      if (isFirst || weightClass(weights[place]!) !== weightClass(weights[place - 1]!)) cellStart.push(place);
    }
  }
  firstCell.push(cellStart.length);
  cellStart.push(groupStart[groups]!);
  return { cellStart, firstCell };
}
