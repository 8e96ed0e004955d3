import type { F32Column, F64Column } from '@synth/core';
import { fourDigits, integerLength, writeInteger } from '../integer-digits';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, Cells } from './cells';
import { isPresent, windowRows } from './cells';
import { RecentTexts } from './recent-texts';
import { RepeatedNumbers } from './repeated-numbers';

const asText = 5;
/** Its text is in the slot. */
const repeated = 6;

/** Of so many rows of a window it is seen whether numbers come again, and how many of them must have. */
const probes = 64;
const leastSeen = 48;

/**
 * Numbers as ECMAScript prints them: the shortest decimal that reads back.
 *
 * In a window whose numbers mostly came lately, each is copied out of a table. Elsewhere integers, and numbers of at most
 * four decimals, take a way without strings: where n / 10000 is the number itself,
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
  readonly #repeated = new RepeatedNumbers();
  /** Whether the window that is measured is copied out of the table. */
  #isRepeating = false;

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
    this.#isRepeating = valid === undefined && this.#comeAgain(start, end);
    if (this.#isRepeating) {
      this.#measureRepeated(start, end, lengths);
      return;
    }
    for (let row = start, i = 0; row < end; row++, i++) {
      const value = values[row]!;
      lengths[i]! +=
        isPresent(valid, row) && Number.isFinite(value) ? prefixLength + this.#length(i, value) : nullLength;
    }
  }

  /** Whether most of the first numbers of a window were seen lately. */
  #comeAgain(start: number, end: number): boolean {
    if (end - start < probes) return false;
    let seen = 0;
    for (let row = start; row < start + probes; row++) {
      if (this.#repeated.seen(this.#values[row]!)) seen++;
    }
    return seen >= leastSeen;
  }

  #measureRepeated(start: number, end: number, lengths: Int32Array): void {
    const values = this.#values;
    const numbers = this.#repeated;
    const { prefixLength, nullLength } = this.#frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      const value = values[row]!;
      const slot = numbers.slotOf(value);
      const length = numbers.lengthAt(slot, value);
      if (length > 0) {
        this.#decimals[i] = repeated;
        this.#slots[i] = slot;
        lengths[i]! += prefixLength + length;
      } else if (Number.isFinite(value)) {
        numbers.keep(slot, value);
        lengths[i]! += prefixLength + this.#length(i, value);
      } else lengths[i]! += nullLength;
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
    if (this.#isRepeating) {
      this.#writeRepeated(start, end, cursors, page);
      return;
    }
    for (let row = start, i = 0; row < end; row++, i++) {
      const value = values[row]!;
      cursors[i] =
        isPresent(valid, row) && Number.isFinite(value)
          ? this.#number(i, value, copyPacked(view, cursors[i]!, packedPrefix, 0), page)
          : copyPacked(view, cursors[i]!, packedNull, 0);
    }
  }

  #writeRepeated(start: number, end: number, cursors: Int32Array, page: Page): void {
    const values = this.#values;
    const numbers = this.#repeated;
    const { view } = page;
    const { packedPrefix, packedNull } = this.#frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      const value = values[row]!;
      const slot = this.#slots[i]!;
      const length = this.#decimals[i] === repeated ? numbers.lengthAt(slot, value) : 0;
      if (length > 0) {
        cursors[i] = numbers.copy(slot, length, view, copyPacked(view, cursors[i]!, packedPrefix, 0));
      } else if (Number.isFinite(value)) {
        const at = copyPacked(view, cursors[i]!, packedPrefix, 0);
        // Where another number took the slot since, its text is made anew.
        cursors[i] =
          this.#decimals[i] === repeated
            ? at + page.bytes.write(String(value), at, 'latin1')
            : this.#number(i, value, at, page);
      } else cursors[i] = copyPacked(view, cursors[i]!, packedNull, 0);
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
