/** Pairs of row and column with a weight, as they come. */
export class BlockEntries {
  #rows = new Int32Array(1024);
  #columns = new Int32Array(1024);
  #weights = new Float64Array(1024);
  #size = 0;

  add(row: number, column: number, weight: number): void {
    if (this.#size === this.#rows.length) this.#grow();
    const at = this.#size++;
    this.#rows[at] = row;
    this.#columns[at] = column;
    this.#weights[at] = weight;
  }

  /**
   * The entries by row, columns ascending, equal pairs added up; the block begins anew.
   *
   * @param rows how many rows there are; each index is under it
   */
  take(rows: number): { counts: Int32Array; columns: Int32Array; weights: Float64Array } {
    const size = this.#size;
    this.#size = 0;
    const starts = new Int32Array(rows + 1);
    for (let i = 0; i < size; i++) starts[this.#rows[i]! + 1]!++;
    for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
    const next = starts.slice(0, rows);
    const order = new Int32Array(size);
    for (let i = 0; i < size; i++) order[next[this.#rows[i]!]!++] = i;
    const columns = new Int32Array(size);
    const weights = new Float64Array(size);
    const counts = new Int32Array(rows);
    let end = 0;
    for (let row = 0; row < rows; row++) {
      const begin = end;
      const entries = order.subarray(starts[row], starts[row + 1]);
      entries.sort((a, b) => this.#columns[a]! - this.#columns[b]!);
      for (const entry of entries) {
        const column = this.#columns[entry]!;
        if (end === begin || columns[end - 1] !== column) columns[end++] = column;
        weights[end - 1]! += this.#weights[entry]!;
      }
      counts[row] = end - begin;
    }
    return { counts, columns: columns.slice(0, end), weights: weights.subarray(0, end) };
  }

  #grow(): void {
    const size = 2 * this.#rows.length;
    const rows = new Int32Array(size);
    const columns = new Int32Array(size);
    const weights = new Float64Array(size);
    rows.set(this.#rows);
    columns.set(this.#columns);
    weights.set(this.#weights);
    [this.#rows, this.#columns, this.#weights] = [rows, columns, weights];
  }
}
