/** The items that can be drawn, by weight and group. */
export interface WeightedItems {
  /** 0 for an item that is never drawn. */
  readonly weights: Float64Array;
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/**
 * The catalogue by group, then by weight class (weights within a factor of two), then by index; items without a weight
 * last. What is often drawn stands together, so that the tables of a big catalogue stay in the processor's cache. A
 * place is a position in this order.
 */
export interface ChoiceOrder {
  /** The item of each place. */
  readonly items: Int32Array;
  /** The weight of each place. */
  readonly weights: Float64Array;
  /** The group of each place. */
  readonly groups: Int32Array | Uint16Array;
  /** Places below this have a weight. */
  readonly drawable: number;
  /** The first place of each group, and the end. */
  readonly groupStart: Int32Array;
  /** The first place of each cell, which is one weight class of one group, and the end. */
  readonly cellStart: Int32Array;
  /** The first cell of each group, and the end. */
  readonly firstCell: Int32Array;
}

/** Sorts a catalogue by counting. */
export function choiceOrder({ weights, groupOf, groups }: WeightedItems): ChoiceOrder {
  const { length } = weights;
  // The weight class of each item, and later its bin.
  const classOf = new Int32Array(length);
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let item = 0; item < length; item++) {
    if (!(weights[item]! > 0)) continue;
    const own = (classOf[item] = Math.floor(Math.log2(weights[item]!)));
    if (own < least) least = own;
    if (own > greatest) greatest = own;
  }
  const classes = greatest < least ? 0 : greatest - least + 1;
  // Heavy classes first; one bin more for what is never drawn.
  const last = groups * classes;
  const binOf = classOf;
  const starts = new Int32Array(last + 2);
  for (let item = 0; item < length; item++) {
    const bin = weights[item]! > 0 ? groupOf[item]! * classes + (greatest - classOf[item]!) : last;
    binOf[item] = bin;
    starts[bin + 1]!++;
  }
  for (let bin = 0; bin <= last; bin++) starts[bin + 1]! += starts[bin]!;

  const next = starts.slice();
  const items = new Int32Array(length);
  for (let item = 0; item < length; item++) items[next[binOf[item]!]!++] = item;
  const groupStart = Int32Array.from({ length: groups + 1 }, (_, g) => starts[g * classes]!);
  const cellStart: number[] = [];
  const firstCell = new Int32Array(groups + 1);
  for (let g = 0; g < groups; g++) {
    firstCell[g] = cellStart.length;
    for (let bin = g * classes; bin < (g + 1) * classes; bin++) {
      if (starts[bin + 1]! > starts[bin]!) cellStart.push(starts[bin]!);
    }
  }
  firstCell[groups] = cellStart.length;
  cellStart.push(starts[last]!);
  const weightAt = new Float64Array(length);
  const groupAt = groups <= 0x10000 ? new Uint16Array(length) : new Int32Array(length);
  for (let place = 0; place < length; place++) {
    const item = items[place]!;
    weightAt[place] = weights[item]!;
    groupAt[place] = groupOf[item]!;
  }
  return {
    items,
    weights: weightAt,
    groups: groupAt,
    drawable: starts[last]!,
    groupStart,
    cellStart: Int32Array.from(cellStart),
    firstCell,
  };
}
