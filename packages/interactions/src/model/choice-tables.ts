import type { SharedWork } from '@synth/core';
import { aliasTable } from '@synth/core';
import type { ChoiceOrder, WeightedItems } from './choice-order';
import { choiceOrder, rangesOf } from './choice-order';

/** What draws of items read: the catalogue's order, and alias tables of its groups. */
export interface ChoiceTables extends ChoiceOrder {
  /** Two numbers a place: (own share of its cell - 1/2) x 2^32, and the place of the rest. */
  readonly cells: Int32Array;
}

/** How large a catalogue is. */
export interface CatalogueSize {
  readonly items: number;
  readonly groups: number;
}

const twoTo32 = 4294967296;

/** The tables of a catalogue. */
export function choiceTables(source: WeightedItems): ChoiceTables {
  const order = choiceOrder(source);
  const { weights, groupStart } = order;
  const cells = new Int32Array(2 * weights.length);
  for (let g = 0; g < source.groups; g++) packAlias(cells, weights, groupStart[g]!, groupStart[g + 1]!);
  return { ...order, cells };
}

/** Packs the alias table of the places [from, to) into their cells. */
function packAlias(cells: Int32Array, weights: Float64Array, from: number, to: number): void {
  if (from === to) return;
  const { cuts, aliases } = aliasTable(weights.subarray(from, to));
  for (let i = 0; i < to - from; i++) {
    const at = 2 * (from + i);
    cells[at] = Math.min(twoTo32 / 2 - 1, Math.round((cuts[i]! - i - 0.5) * twoTo32));
    cells[at + 1] = from + aliases[i]!;
  }
}

const memoryName = 'choice-tables';

/** Smaller catalogues are sorted in less time than threads take to agree on it. */
const fewestShared = 10_000;

/** Bytes of memory, by name, in which threads can make the tables together; none for a small catalogue. */
export const choiceShared = ({ items }: CatalogueSize): Record<string, number> =>
  items < fewestShared ? {} : { [memoryName]: bytesOfPlace * items };

/** Weight, item and group of a place, and its cell. */
const bytesOfPlace = 8 + 4 + 4 + 8;

/** The tables that one thread makes for all of them. */
export function sharedChoiceTables(
  size: CatalogueSize,
  work: SharedWork | undefined,
  source: () => WeightedItems,
): ChoiceTables {
  const { items: places, groups } = size;
  if (work === undefined || places < fewestShared) return choiceTables(source());
  const memory = work.memory(memoryName);
  const weights = new Float64Array(memory, 0, places);
  const cells = new Int32Array(memory, 8 * places, 2 * places);
  const items = new Int32Array(memory, 16 * places, places);
  const groupAt = new Int32Array(memory, 20 * places, places);
  work.divide(memoryName, 1, () => {
    const made = choiceTables(source());
    weights.set(made.weights);
    cells.set(made.cells);
    items.set(made.items);
    groupAt.set(made.groups);
  });
  return { weights, cells, items, groups: groupAt, ...rangesOf(weights, groupAt, groups) };
}
