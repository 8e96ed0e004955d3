import type { Batch, ColumnType, TableSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import type { BlockEncoder, EncodedChunk } from '../format';
import type { Cells } from './cells/cells';
import { cellFrame, windowRows } from './cells/cells';
import { cellsOf } from './cells/cells-of';
import type { RowShape } from './fixed-rows';
import { FixedRows } from './fixed-rows';
import { copyPacked, packedText } from './packed-texts';
import type { Page } from './page';
import { newPage, pageOf } from './page';
import type { TextStyle } from './text-style';

/** A chunk ends with the row that fills it: the same chunks whatever the batches. */
const chunkBytes = 1 << 20;

/** A chunk, and the rows of a window that overrun it. */
const pageBytes = chunkBytes + 65_536;

/** Buffers that are kept for the next chunks. */
const mostSpare = 8;

interface FileColumn {
  readonly name: string;
  /** One for each type that batches gave it: a column may be texts in one batch and a dictionary in another. */
  readonly byType: Partial<Record<ColumnType, Cells>>;
  readonly frame: ReturnType<typeof cellFrame>;
}

/** Encodes the batches of one table as lines of text. */
export class TextRows implements BlockEncoder {
  readonly #table: string;
  readonly #columns: readonly FileColumn[];
  readonly #rowEnd: Int32Array;
  readonly #cursors = new Int32Array(windowRows);
  readonly #fixed: FixedRows;
  #page: Page | undefined;
  // Fresh memory costs the system more than the rows that are written into it.
  readonly #spare: ArrayBufferLike[] = [];
  #position = 0;
  #rows = 0;

  constructor(table: TableSpec, style: TextStyle) {
    this.#table = table.name;
    this.#columns = table.columns.map(({ name }, index) => ({
      name,
      byType: {},
      frame: cellFrame(style, style.before(name, index)),
    }));
    this.#rowEnd = packedText(style.rowEnd);
    this.#fixed = new FixedRows(style.rowEnd);
  }

  encode(batch: Batch): readonly EncodedChunk[] {
    const columns = this.#columns.map((column) => this.#load(column, batch));
    const chunks: EncodedChunk[] = [];
    for (let start = 0; start < batch.rows;) {
      start = this.#window(columns, start, Math.min(start + windowRows, batch.rows));
      if (this.#position >= chunkBytes) chunks.push(this.#cut());
    }
    return chunks;
  }

  finish(): readonly EncodedChunk[] {
    return this.#rows === 0 ? [] : [this.#cut()];
  }

  recycle(buffer: ArrayBufferLike): void {
    if (this.#spare.length < mostSpare && buffer.byteLength >= pageBytes) this.#spare.push(buffer);
  }

  /** Writes the rows [start, end), or those of them that fill the chunk; returns the row after. */
  #window(columns: readonly Cells[], start: number, end: number): number {
    const shape = this.#fixed.fit(columns, start, end);
    const count =
      shape.varying.length === 0
        ? this.#writeFixed(shape.fixedBytes, start, end)
        : this.#writeVarying(columns, shape, start, end);
    this.#rows += count;
    return start + count;
  }

  #writeFixed(fixedBytes: number, start: number, end: number): number {
    const rowBytes = fixedBytes + this.#rowEnd[0]!;
    const count = Math.min(end - start, Math.ceil((chunkBytes - this.#position) / rowBytes));
    const position = this.#position + count * rowBytes;
    const page = this.#reserve(position);
    this.#fixed.write(start, start + count, this.#position, page);
    this.#position = position;
    return count;
  }

  #writeVarying(
    columns: readonly Cells[],
    { fixedBytes, varying }: RowShape,
    start: number,
    end: number,
  ): number {
    const cursors = this.#cursors;
    cursors.fill(fixedBytes + this.#rowEnd[0]!, 0, end - start);
    for (const cells of varying) cells.measure(start, end, cursors);
    const [count, position] = place(cursors, end - start, this.#position);
    const page = this.#reserve(position);
    for (const cells of columns) cells.write(start, start + count, cursors, page);
    endRows(page.view, cursors, count, this.#rowEnd);
    this.#position = position;
    return count;
  }

  #reserve(end: number): Page {
    if (this.#page === undefined || this.#page.bytes.length < end) {
      const page = this.#newPage(end);
      this.#page?.bytes.copy(page.bytes, 0, 0, this.#position);
      this.#page = page;
    }
    return this.#page;
  }

  #newPage(end: number): Page {
    const spare = end <= pageBytes ? this.#spare.pop() : undefined;
    return spare === undefined ? newPage(Math.max(end, pageBytes)) : pageOf(spare);
  }

  #cut(): EncodedChunk {
    const { bytes } = this.#page!;
    const [rows, end] = [this.#rows, this.#position];
    this.#rows = 0;
    this.#position = 0;
    // A short chunk takes a copy along, so that the page stays for the next block.
    if (2 * end < bytes.length) return { bytes: new Uint8Array(bytes.subarray(0, end)), rows };
    this.#page = undefined;
    return { bytes: new Uint8Array(bytes.buffer, 0, end), rows };
  }

  #load({ name, byType, frame }: FileColumn, batch: Batch): Cells {
    const column = batch.columns[name];
    if (column === undefined) {
      throw new SynthError<IoErrorCode>({
        code: 'BATCH_INVALID',
        message: `a batch of ${this.#table} has no column ${name}`,
        field: `${this.#table}.${name}`,
        allowed: 'every column of the table spec',
      });
    }
    const cells = (byType[column.type] ??= cellsOf(column.type, frame));
    cells.load(column);
    return cells;
  }
}

/** Turns lengths into positions from `from` on, as far as the chunk is not full; returns how many, and the end. */
function place(lengths: Int32Array, count: number, from: number): readonly [count: number, end: number] {
  let position = from;
  let i = 0;
  for (; i < count && position < chunkBytes; i++) {
    const length = lengths[i]!;
    lengths[i] = position;
    position += length;
  }
  return [i, position];
}

function endRows(view: DataView, cursors: Int32Array, count: number, rowEnd: Int32Array): void {
  for (let i = 0; i < count; i++) copyPacked(view, cursors[i]!, rowEnd, 0);
}
