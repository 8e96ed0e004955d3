import type { I32Column, U32Column } from '@synth/core';
import { integerLength, writeInteger } from '../integer-digits';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, Cells } from './cells';
import { isPresent } from './cells';

/** Integers in decimal digits. */
export class IntegerCells implements Cells {
  readonly #frame: CellFrame;
  #values: Int32Array | Uint32Array = new Int32Array(0);
  #valid: Uint8Array | undefined;

  constructor(frame: CellFrame) {
    this.#frame = frame;
  }

  load(column: I32Column | U32Column): void {
    this.#values = column.values;
    this.#valid = column.valid;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const values = this.#values;
    const valid = this.#valid;
    const { prefixLength, nullLength } = this.#frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      lengths[i]! += isPresent(valid, row) ? prefixLength + integerLength(values[row]!) : nullLength;
    }
  }

  write(start: number, end: number, cursors: Int32Array, { view }: Page): void {
    const values = this.#values;
    const valid = this.#valid;
    const { packedPrefix, packedNull } = this.#frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      cursors[i] = isPresent(valid, row)
        ? writeInteger(view, copyPacked(view, cursors[i]!, packedPrefix, 0), values[row]!)
        : copyPacked(view, cursors[i]!, packedNull, 0);
    }
  }
}
