/** A short list of distinct ids a row, ascending: row i has `ids[offsets[i]]` to `ids[offsets[i + 1] - 1]`. */
export interface IdLists {
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  /** Where every id is below 64: the lists as sets of bits, two words a row. */
  readonly masks?: Int32Array;
}

/** How many bits of a word are set. */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What two lists share over what there is in either; NaN where one of them is empty. */
export function jaccard(a: IdLists, rowA: number, b: IdLists, rowB: number): number {
  if (a.masks !== undefined && b.masks !== undefined) return bitJaccard(a.masks, rowA, b.masks, rowB);
  let i = a.offsets[rowA]!;
  let j = b.offsets[rowB]!;
  const endA = a.offsets[rowA + 1]!;
  const endB = b.offsets[rowB + 1]!;
  if (i === endA || j === endB) return Number.NaN;
  const both = endA - i + endB - j;
  const idsA = a.ids;
  const idsB = b.ids;
  let shared = 0;
  while (i < endA && j < endB) {
    const x = idsA[i]!;
    const y = idsB[j]!;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / (both - shared);
}

/** The same, of sets of bits: a row is one access to memory. */
function bitJaccard(a: Int32Array, rowA: number, b: Int32Array, rowB: number): number {
  const [lowA, highA] = [a[2 * rowA]!, a[2 * rowA + 1]!];
  const [lowB, highB] = [b[2 * rowB]!, b[2 * rowB + 1]!];
  if ((lowA | highA) === 0 || (lowB | highB) === 0) return Number.NaN;
  const shared = bitCount(lowA & lowB) + bitCount(highA & highB);
  return shared / (bitCount(lowA | lowB) + bitCount(highA | highB));
}

/** Builds the lists of a known number of rows, one row after the other. */
export class IdListBuilder {
  readonly #offsets: Int32Array;
  #ids: Int32Array;
  readonly #masks: Int32Array;
  #row = 0;
  #end = 0;
  #highest = 0;

  constructor(rows: number) {
    this.#offsets = new Int32Array(rows + 1);
    this.#ids = new Int32Array(Math.max(16, 4 * rows));
    this.#masks = new Int32Array(2 * rows);
  }

  /** Puts an id into the row that is being built, in its place; one that is there already is left. */
  push(id: number): void {
    if (this.#end === this.#ids.length) {
      const grown = new Int32Array(2 * this.#end);
      grown.set(this.#ids);
      this.#ids = grown;
    }
    const ids = this.#ids;
    const start = this.#offsets[this.#row]!;
    const end = this.#end;
    let at = end;
    while (at > start && ids[at - 1]! > id) at--;
    if (at > start && ids[at - 1] === id) return;
    for (let i = end; i > at; i--) ids[i] = ids[i - 1]!;
    ids[at] = id;
    this.#end = end + 1;
    this.#masks[2 * this.#row + ((id >> 5) & 1)]! |= 1 << (id & 31);
    if (id > this.#highest) this.#highest = id;
  }

  endRow(): void {
    this.#offsets[++this.#row] = this.#end;
  }

  finish(): IdLists {
    const lists = { offsets: this.#offsets, ids: this.#ids.slice(0, this.#end) };
    return this.#highest < 64 ? { ...lists, masks: this.#masks } : lists;
  }
}
