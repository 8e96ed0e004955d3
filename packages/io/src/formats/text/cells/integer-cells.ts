import type { I32Column, U32Column } from '@synth/core';
import { integerLength, writeInteger } from '../integer-digits';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, FixedCells } from './cells';
import { isPresent } from './cells';

/** Integers in decimal digits. */
export class IntegerCells implements FixedCells {
  readonly frame: CellFrame;
  #values: Int32Array | Uint32Array = new Int32Array(0);
  #valid: Uint8Array | undefined;

  constructor(frame: CellFrame) {
    this.frame = frame;
  }

  load(column: I32Column | U32Column): void {
    this.#values = column.values;
    this.#valid = column.valid;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const values = this.#values;
    const valid = this.#valid;
    const { prefixLength, nullLength } = this.frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      lengths[i]! += isPresent(valid, row) ? prefixLength + integerLength(values[row]!) : nullLength;
    }
  }

  write(start: number, end: number, cursors: Int32Array, { view }: Page): void {
    const values = this.#values;
    const valid = this.#valid;
    const { packedPrefix, packedNull } = this.frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      cursors[i] = isPresent(valid, row)
        ? writeInteger(view, copyPacked(view, cursors[i]!, packedPrefix, 0), values[row]!)
        : copyPacked(view, cursors[i]!, packedNull, 0);
    }
  }

  blank(start: number, end: number): string | undefined {
    if (this.#valid !== undefined) return undefined;
    const values = this.#values;
    const length = integerLength(values[start]!);
    for (let row = start; row < end; row++) if (integerLength(values[row]!) !== length) return undefined;
    return '0'.repeat(length);
  }

  writeFixed(start: number, end: number, at: number, stride: number, { view }: Page): void {
    const values = this.#values;
    for (let row = start, place = at; row < end; row++, place += stride)
      writeInteger(view, place, values[row]!);
  }
}
