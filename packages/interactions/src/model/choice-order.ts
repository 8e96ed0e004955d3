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
  readonly groups: Int32Array;
  /** Places below this have a weight. */
  readonly drawable: number;
  /** The first place of each group, and the end. */
  readonly groupStart: Int32Array;
}

/** The weight class of a weight above 0: weights within a factor of two. */
export const weightClass = (weight: number): number => Math.floor(Math.log2(weight));

/** Sorts a catalogue by counting. */
export function choiceOrder({ weights, groupOf, groups }: WeightedItems): ChoiceOrder {
  const { length } = weights;
  // The weight class of each item, and later its bin.
  const classOf = new Int32Array(length);
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let item = 0; item < length; item++) {
    if (!(weights[item]! > 0)) continue;
    const own = (classOf[item] = weightClass(weights[item]!));
    if (own < least) least = own;
    if (own > greatest) greatest = own;
  }
  const classes = greatest < least ? 0 : greatest - least + 1;
  // Heavy classes first; one bin more for what is never drawn.
  const last = groups * classes;
  const binOf = classOf;
  const next = new Int32Array(last + 2);
  for (let item = 0; item < length; item++) {
    const bin = weights[item]! > 0 ? groupOf[item]! * classes + (greatest - classOf[item]!) : last;
    binOf[item] = bin;
    next[bin + 1]!++;
  }
  for (let bin = 0; bin <= last; bin++) next[bin + 1]! += next[bin]!;

  const items = new Int32Array(length);
  for (let item = 0; item < length; item++) items[next[binOf[item]!]!++] = item;
  const weightAt = new Float64Array(length);
  const groupAt = new Int32Array(length);
  for (let place = 0; place < length; place++) {
    const item = items[place]!;
    weightAt[place] = weights[item]!;
    groupAt[place] = groupOf[item]!;
  }
  return { items, weights: weightAt, groups: groupAt, ...rangesOf(weightAt, groupAt, groups) };
}

/** How many places have a weight, and where each group begins, of weights and groups in order. */
export function rangesOf(
  weights: Float64Array,
  groupAt: Int32Array,
  groups: number,
): Pick<ChoiceOrder, 'drawable' | 'groupStart'> {
  const groupStart = new Int32Array(groups + 1);
  let drawable = 0;
  for (; drawable < weights.length && weights[drawable]! > 0; drawable++)
    groupStart[groupAt[drawable]! + 1]!++;
  for (let g = 0; g < groups; g++) groupStart[g + 1]! += groupStart[g]!;
  return { drawable, groupStart };
}
