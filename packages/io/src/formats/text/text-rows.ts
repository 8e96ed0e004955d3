import type { Batch, TableSpec, VectorColumn } from '@synth/core';
import { SynthError, valueAt } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import type { BlockEncoder, EncodedChunk } from '../format';
import { ByteWriter } from './byte-writer';
import { Cell, cellKinds } from './cell';
import { PackedTexts } from './packed-texts';
import type { TextStyle } from './text-style';

/** A chunk ends with the row that fills it: the same chunks whatever the batches. */
const chunkBytes = 1 << 20;

/** The most bytes of a number, a boolean or a timestamp with its quotes. */
const scalarBytes = 32;

/** Encodes the batches of one table as lines of text. */
export class TextRows implements BlockEncoder {
  readonly #table: string;
  readonly #style: TextStyle;
  readonly #cells: readonly Cell[];
  readonly #rowEnd: PackedTexts;
  readonly #textQuote: number;
  readonly #timestampQuote: number;
  #writer: ByteWriter | undefined;
  #rows = 0;

  constructor(table: TableSpec, style: TextStyle) {
    this.#table = table.name;
    this.#style = style;
    this.#cells = table.columns.map(({ name }, index) => new Cell(name, index, style));
    this.#rowEnd = new PackedTexts([style.rowEnd], (text) => text);
    this.#rowEnd.render(0);
    this.#textQuote = codeOf(style.textQuote);
    this.#timestampQuote = codeOf(style.timestampQuote);
  }

  encode(batch: Batch): readonly EncodedChunk[] {
    const writer = (this.#writer ??= new ByteWriter(chunkBytes + 65_536));
    const cells = this.#cells;
    for (const cell of cells) this.#load(cell, batch);
    const chunks: EncodedChunk[] = [];
    const rowEndLength = this.#rowEnd.lengths[0]!;
    for (let row = 0; row < batch.rows; row++) {
      for (let i = 0; i < cells.length; i++) this.#write(writer, cells[i]!, row);
      writer.reserve(rowEndLength);
      writer.packed(this.#rowEnd.words, 1, rowEndLength);
      this.#rows++;
      if (writer.position >= chunkBytes) chunks.push(this.#cut(writer));
    }
    return chunks;
  }

  finish(): readonly EncodedChunk[] {
    return this.#rows === 0 ? [] : [this.#cut(this.#writer!)];
  }

  #cut(writer: ByteWriter): EncodedChunk {
    const rows = this.#rows;
    this.#rows = 0;
    return { bytes: writer.take(), rows };
  }

  #load(cell: Cell, batch: Batch): void {
    const column = batch.columns[cell.name];
    if (column === undefined) {
      throw new SynthError<IoErrorCode>({
        code: 'BATCH_INVALID',
        message: `a batch of ${this.#table} has no column ${cell.name}`,
        field: `${this.#table}.${cell.name}`,
        allowed: 'every column of the table spec',
      });
    }
    cell.load(column);
  }

  #write(writer: ByteWriter, cell: Cell, row: number): void {
    const isNull = cell.valid !== undefined && cell.valid[row] === 0;
    if (cell.kind === cellKinds.dictionary && !isNull) {
      const { entries } = cell;
      const entry = cell.integers[row]!;
      const offset = entries.offsets[entry]! || entries.render(entry);
      const length = entries.lengths[entry]!;
      writer.reserve(length);
      writer.packed(entries.words, offset, length);
      return;
    }
    writer.reserve(cell.prefixLength + scalarBytes);
    writer.packed(cell.prefix.words, 1, cell.prefixLength);
    if (isNull) {
      writer.text(this.#style.null);
      return;
    }
    switch (cell.kind) {
      case cellKinds.timestamp:
        this.#timestamp(writer, cell.floats[row]!);
        break;
      case cellKinds.i32:
        writer.integer(cell.integers[row]!);
        break;
      case cellKinds.f64:
        this.#float(writer, cell.floats[row]!);
        break;
      case cellKinds.bool:
        writer.text(cell.bits[row] === 1 ? 'true' : 'false');
        break;
      case cellKinds.string:
        this.#text(writer, cell.texts[row]!);
        break;
      case cellKinds.vector:
        this.#vector(writer, cell.column as VectorColumn, row);
        break;
      default: {
        const json: string | undefined = JSON.stringify(valueAt(cell.column, row));
        writer.text(json === undefined ? this.#style.null : this.#style.json(json));
      }
    }
  }

  #timestamp(writer: ByteWriter, ms: number): void {
    if (!Number.isFinite(ms)) {
      writer.text(this.#style.null);
      return;
    }
    const quote = this.#timestampQuote;
    if (quote !== 0) writer.byte(quote);
    writer.timestamp(ms);
    if (quote !== 0) writer.byte(quote);
  }

  #float(writer: ByteWriter, value: number): void {
    if (Number.isFinite(value)) writer.number(value);
    else writer.text(this.#style.null);
  }

  #text(writer: ByteWriter, value: string): void {
    const start = writer.position;
    const quote = this.#textQuote;
    if (!this.#style.special(value)) {
      if (quote !== 0) writer.byte(quote);
      if (writer.plainText(value, this.#style.plain)) {
        if (quote !== 0) writer.byte(quote);
        return;
      }
      writer.position = start;
    }
    writer.text(this.#style.text(value));
  }

  #vector(writer: ByteWriter, { values, width }: VectorColumn, row: number): void {
    writer.text(`${this.#style.vectorQuote}[`);
    for (let i = row * width; i < (row + 1) * width; i++) {
      writer.reserve(scalarBytes);
      if (i > row * width) writer.byte(0x2c);
      if (Number.isFinite(values[i])) writer.number(values[i]!);
      else writer.text('null');
    }
    writer.text(`]${this.#style.vectorQuote}`);
  }
}

const codeOf = (character: string): number => (character === '' ? 0 : character.charCodeAt(0));
