import type { F32Column, F64Column } from '@synth/core';
import { fourDigits, integerLength, writeInteger } from '../integer-digits';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, Cells } from './cells';
import { isPresent, windowRows } from './cells';
import { RecentTexts } from './recent-texts';

const asText = 5;

/**
 * Numbers as ECMAScript prints them: the shortest decimal that reads back.
 *
 * Integers, and numbers of at most four decimals, take a way without strings: where n / 10000 is the number itself,
 * its decimal digits are the shortest, as decimals of up to 15 digits all differ as doubles.
 */
export class FloatCells implements Cells {
  readonly #frame: CellFrame;
  #values: Float64Array | Float32Array = new Float64Array(0);
  #valid: Uint8Array | undefined;
  // Of each row of the window: the decimals (0 to 4) of `whole` + `fraction` / 10000, or `asText`.
  readonly #decimals = new Uint8Array(windowRows);
  readonly #scaled = new Float64Array(windowRows);
  readonly #slots = new Int32Array(windowRows);
  readonly #recent = new RecentTexts();

  constructor(frame: CellFrame) {
    this.#frame = frame;
  }

  load(column: F64Column | F32Column): void {
    this.#values = column.values;
    this.#valid = column.valid;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const values = this.#values;
    const valid = this.#valid;
    const { prefixLength, nullLength } = this.#frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      const value = values[row]!;
      lengths[i]! +=
        isPresent(valid, row) && Number.isFinite(value) ? prefixLength + this.#length(i, value) : nullLength;
    }
  }

  #length(i: number, value: number): number {
    if (Number.isSafeInteger(value)) {
      this.#decimals[i] = 0;
      return integerLength(value);
    }
    const scaled = Math.round(Math.abs(value) * 10_000);
    if (scaled / 10_000 !== Math.abs(value) || scaled > 1e15) {
      this.#decimals[i] = asText;
      return this.#recent.length((this.#slots[i] = this.#recent.slotOf(value)), value);
    }
    const decimals = scaled % 100 === 0 ? (scaled % 1000 === 0 ? 1 : 2) : scaled % 10 === 0 ? 3 : 4;
    this.#decimals[i] = decimals;
    this.#scaled[i] = scaled;
    return (value < 0 ? 2 : 1) + integerLength(Math.floor(scaled / 10_000)) + decimals;
  }

  write(start: number, end: number, cursors: Int32Array, page: Page): void {
    const values = this.#values;
    const valid = this.#valid;
    const { view } = page;
    const { packedPrefix, packedNull } = this.#frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      const value = values[row]!;
      cursors[i] =
        isPresent(valid, row) && Number.isFinite(value)
          ? this.#number(i, value, copyPacked(view, cursors[i]!, packedPrefix, 0), page)
          : copyPacked(view, cursors[i]!, packedNull, 0);
    }
  }

  #number(i: number, value: number, at: number, page: Page): number {
    const { view } = page;
    const decimals = this.#decimals[i]!;
    if (decimals === 0) return writeInteger(view, at, value);
    if (decimals === asText) return this.#recent.write(this.#slots[i]!, value, at, page);
    const scaled = this.#scaled[i]!;
    const whole = Math.floor(scaled / 10_000);
    let end = at;
    if (value < 0) view.setInt8(end++, 45);
    end = writeInteger(view, end, whole);
    view.setInt8(end++, 46);
    for (let digit = 0, word = fourDigits[scaled - whole * 10_000]!; digit < decimals; digit++, word >>= 8) {
      view.setInt8(end++, word);
    }
    return end;
  }
}
