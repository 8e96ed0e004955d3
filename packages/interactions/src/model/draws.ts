import type { Rng } from '@synth/core';
import type { ChoiceTables } from './choice-tables';
import type { Tastes } from './taste';

/**
 * Draws of places by a user's tastes, with no vector of probabilities for a user. They are made first, those of many
 * users, and looked up then: what one waits for from memory, others wait for at the same time.
 */
export interface PlaceDraws {
  /** Makes `count` draws, from draw `at` on; returns how many: none where tastes leave nothing. */
  draw(tastes: Tastes, count: number, rng: Rng, at: number): number;
  /** Writes the places of the draws [from, to) to the same places of `out`. */
  lookUp(from: number, to: number, out: Int32Array): void;
}

const twoTo32 = 4294967296;

/** The length of the line along which groups are laid out by their shares of a user's draws. */
const line = 2 ** 30;

/**
 * Draws in O(log groups) each, whatever the catalogue: a group by its share (to 2^-30), then a place by the group's alias
 * table.
 *
 * @param room how many draws there may be at a time
 */
export function placeDraws(
  { cells, groupStart }: ChoiceTables,
  groupMass: Float64Array,
  room: number,
): PlaceDraws {
  const groups = groupMass.length;
  /** Where each group begins on the line, and its end behind the last, up to a power of two. */
  const bounds = new Int32Array((1 << (32 - Math.clz32(groups - 1))) + 1).fill(line);
  const drawnCells = new Int32Array(room);
  const drawnSides = new Int32Array(room);

  /** Lays the groups out on the line; false where none of them can be drawn. */
  function layOut(tastes: Tastes): boolean {
    let total = 0;
    for (let g = 0; g < groups; g++) total += tastes[g]! * groupMass[g]!;
    if (!(total > 0)) return false;
    const unitsPerMass = line / total;
    let before = 0;
    let begin = 0;
    for (let g = 0; g < groups; g++) {
      before += tastes[g]! * groupMass[g]!;
      const end = Math.min(line, (before * unitsPerMass + 0.5) | 0);
      bounds[g] = begin;
      begin = end;
    }
    return true;
  }

  return {
    draw(tastes, count, rng, at) {
      if (!layOut(tastes)) return 0;
      for (let i = at; i < at + count; i++) {
        // One double picks the group, the cell within it, and a side of the cell.
        const pick = rng.nextF64() * line;
        const g = groupAt(bounds, pick | 0);
        const begin = bounds[g]!;
        const first = groupStart[g]!;
        const size = groupStart[g + 1]! - first;
        const spot = ((pick - begin) * size) / (bounds[g + 1]! - begin);
        const slot = Math.min(size - 1, spot | 0);
        drawnCells[i] = first + slot;
        drawnSides[i] = ((spot - slot - 0.5) * twoTo32) | 0;
      }
      return count;
    },
    lookUp(from, to, out) {
      for (let i = from; i < to; i++) {
        const cell = drawnCells[i]!;
        out[i] = drawnSides[i]! < cells[2 * cell]! ? cell : cells[2 * cell + 1]!;
      }
    },
  };
}

/**
 * The last group that begins at or before a place of the line. By halves, without a branch: which way it goes cannot be
 * foretold.
 */
function groupAt(bounds: Int32Array, place: number): number {
  let group = 0;
  for (let step = bounds.length >> 1; step > 0; step >>= 1)
    group += ((bounds[group + step]! - 1 - place) >> 31) & step;
  return group;
}
