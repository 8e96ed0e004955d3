import type { Cells, FixedCells } from './cells/cells';
import { isFixed } from './cells/cells';
import type { Page } from './page';

/** So many bytes are begun at a time: they stay in the first of the processor's caches until their cells are written. */
const templateBytes = 32_768;

/** The cells of a window of rows: those that take the same bytes in each, and those that do not. */
export interface RowShape {
  /** What the cells of the first kind take in each row. */
  readonly fixedBytes: number;
  readonly varying: readonly Cells[];
}

/**
 * Writes rows that all take the same number of bytes. Blank rows, with all that rows have in common, are copied many at
 * a time; then the cells of each column are written over them, the same number of bytes from one to the next, so that
 * no cell has to be measured or placed.
 */
export class FixedRows {
  readonly #rowEnd: string;
  #columns: { readonly cells: FixedCells; readonly offset: number }[] = [];
  #blank = '';
  #stride = 0;
  /** As many blank rows as {@link templateBytes} take, but one at least. */
  #template = Buffer.alloc(0);

  constructor(rowEnd: string) {
    this.#rowEnd = rowEnd;
  }

  /** Looks at the cells of the rows [start, end); where none of them varies, {@link write} may follow. */
  fit(columns: readonly Cells[], start: number, end: number): RowShape {
    const varying: Cells[] = [];
    this.#columns = [];
    let row = '';
    let fixedBytes = 0;
    for (const cells of columns) {
      const fixed = isFixed(cells) ? cells : undefined;
      const blank = fixed?.blank(start, end);
      if (fixed === undefined || blank === undefined) varying.push(cells);
      else {
        const { prefix, prefixLength } = fixed.frame;
        this.#columns.push({ cells: fixed, offset: fixedBytes + prefixLength });
        row += prefix + blank;
        fixedBytes += prefixLength + blank.length;
      }
    }
    if (varying.length === 0) this.#repeat(row + this.#rowEnd);
    return { fixedBytes, varying };
  }

  /** Writes rows of the window that was looked at last. */
  write(start: number, end: number, at: number, page: Page): void {
    const stride = this.#stride;
    const template = this.#template;
    const most = template.length / stride;
    for (let row = start, place = at; row < end; row += most, place += template.length) {
      const next = Math.min(row + most, end);
      // Of a typed array, `set` copies into shared memory word by word; this is ten times as fast.
      page.bytes.fill(template, place, place + (next - row) * stride);
      for (const { cells, offset } of this.#columns) {
        cells.writeFixed(row, next, place + offset, stride, page);
      }
    }
  }

  #repeat(blank: string): void {
    if (blank === this.#blank) return;
    this.#blank = blank;
    this.#stride = Buffer.byteLength(blank, 'utf8');
    const rows = Math.max(1, Math.floor(templateBytes / this.#stride));
    this.#template = Buffer.alloc(rows * this.#stride, blank, 'utf8');
  }
}
