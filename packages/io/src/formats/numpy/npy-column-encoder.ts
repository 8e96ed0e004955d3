import type { Batch, Column } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import type { BlockEncoder, EncodedChunk } from '../format';
import type { NpyColumn } from './npy-column';
import { npyColumn } from './npy-column';

/** A chunk ends with the row that fills it. */
const chunkBytes = 1 << 20;

const notATime = BigInt.asIntN(64, 1n << 63n);

/** The elements of one column. */
export class NpyColumnEncoder implements BlockEncoder {
  readonly #table: string;
  readonly #name: string;
  readonly #column: NpyColumn;
  #width: number;
  #view = new DataView(new ArrayBuffer(0));
  #position = 0;
  #rows = 0;

  constructor(table: string, name: string, column: NpyColumn) {
    this.#table = table;
    this.#name = name;
    this.#column = column;
    this.#width = column.isVector ? (column.width ?? 0) : 1;
  }

  encode(batch: Batch): readonly EncodedChunk[] {
    const column = batch.columns[this.#name];
    if (column === undefined) throw this.#invalid('a batch lacks the column');
    if (
      npyColumn({ name: this.#name, type: column.type, description: '' })?.isVector !== this.#column.isVector
    ) {
      throw this.#invalid(`a batch has it as ${column.type}`);
    }
    if (column.type === 'vector') {
      if (this.#width === 0) this.#width = column.width;
      if (this.#width !== column.width) {
        throw this.#invalid(`a vector of ${column.width} numbers, where the first has ${this.#width}`);
      }
    }
    const chunks: EncodedChunk[] = [];
    for (let row = 0; row < batch.rows; row++) {
      if (this.#position === this.#view.byteLength) this.#open();
      this.#write(column, row);
      this.#rows++;
      if (this.#position === this.#view.byteLength) chunks.push(this.#cut());
    }
    return chunks;
  }

  finish(): readonly EncodedChunk[] {
    return this.#rows === 0 ? [] : [this.#cut()];
  }

  #open(): void {
    const rowBytes = this.#width * this.#column.elementBytes;
    const rows = Math.max(1, Math.floor(chunkBytes / Math.max(1, rowBytes)));
    this.#view = new DataView(new ArrayBuffer(rows * rowBytes));
    this.#position = 0;
  }

  #cut(): EncodedChunk {
    const bytes = new Uint8Array(this.#view.buffer).slice(0, this.#position);
    const rows = this.#rows;
    this.#view = new DataView(new ArrayBuffer(0));
    this.#position = 0;
    this.#rows = 0;
    return { bytes, rows, ...(this.#column.isVector ? { meta: { width: this.#width } } : {}) };
  }

  #write(column: Column, row: number): void {
    const present = column.valid === undefined || column.valid[row] !== 0;
    const values = column.values as ArrayLike<number>;
    for (let i = row * this.#width; i < (row + 1) * this.#width; i++)
      this.#number(present ? values[i]! : Number.NaN);
  }

  #number(value: number): void {
    const view = this.#view;
    const at = this.#position;
    this.#position += this.#column.elementBytes;
    switch (this.#column.descr) {
      case '<f8':
        view.setFloat64(at, value, true);
        break;
      case '<f4':
        view.setFloat32(at, value, true);
        break;
      case '<i4':
        view.setInt32(at, this.#whole(value), true);
        break;
      case '<u4':
        view.setUint32(at, this.#whole(value), true);
        break;
      case '|b1':
        view.setUint8(at, this.#whole(value));
        break;
      default:
        view.setBigInt64(at, Number.isNaN(value) ? notATime : BigInt(value), true);
    }
  }

  #whole(value: number): number {
    if (Number.isNaN(value)) throw this.#invalid('a null, where the spec has none');
    return value;
  }

  #invalid(message: string): SynthError<IoErrorCode> {
    return new SynthError({
      code: 'BATCH_INVALID',
      message: `${this.#table}.${this.#name}: ${message}`,
      field: `${this.#table}.${this.#name}`,
      allowed: 'columns as the table spec says',
    });
  }
}
