/** A short list of distinct ids a row, ascending: row i has `ids[offsets[i]]` to `ids[offsets[i + 1] - 1]`. */
export interface IdLists {
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
}

/** What two lists share over what there is in either; NaN where one of them is empty. */
export function jaccard(a: IdLists, rowA: number, b: IdLists, rowB: number): number {
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

/** Builds the lists of a known number of rows, one row after the other. */
export class IdListBuilder {
  readonly #offsets: Int32Array;
  #ids: Int32Array;
  #row = 0;
  #end = 0;

  constructor(rows: number) {
    this.#offsets = new Int32Array(rows + 1);
    this.#ids = new Int32Array(Math.max(16, 4 * rows));
  }

  /** Puts an id into the row that is being built, in its place; one that is there already is left. */
  push(id: number): void {
    if (this.#end === this.#ids.length) {
      const grown = new Int32Array(2 * this.#end);
      grown.set(this.#ids);
      this.#ids = grown;
    }
    const ids = this.#ids;
    let at = this.#end;
    const start = this.#offsets[this.#row]!;
    while (at > start && ids[at - 1]! > id) at--;
    if (at > start && ids[at - 1] === id) return;
    ids.copyWithin(at + 1, at, this.#end);
    ids[at] = id;
    this.#end++;
  }

  endRow(): void {
    this.#offsets[++this.#row] = this.#end;
  }

  finish(): IdLists {
    return { offsets: this.#offsets, ids: this.#ids.slice(0, this.#end) };
  }
}
