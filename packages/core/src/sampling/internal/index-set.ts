/** A set of indices that grows to `capacity` at most: memory in proportion to it, however large the indices. */
export interface IndexSet {
  /** Adds an index in [0, 2^31 - 1). False where it was there already. */
  add(index: number): boolean;
  has(index: number): boolean;
}

/** An empty set, by open addressing at a load of at most one half. */
export function indexSet(capacity: number): IndexSet {
  const bits = 32 - Math.clz32(2 * capacity + 1);
  const mask = (1 << bits) - 1;
  // Index + 1, so that 0 is free.
  const slots = new Int32Array(mask + 1);
  /** Where the index is, or the free slot where it belongs. Multiplication by 2^32 / golden ratio scatters runs. */
  const slotOf = (index: number): number => {
    let slot = Math.imul(index, 0x9e3779b1) >>> (32 - bits);
    while (slots[slot] !== 0 && slots[slot] !== index + 1) slot = (slot + 1) & mask;
    return slot;
  };
  return {
    add(index) {
      const slot = slotOf(index);
      if (slots[slot] !== 0) return false;
      slots[slot] = index + 1;
      return true;
    },
    has: (index) => slots[slotOf(index)] !== 0,
  };
}
