import type { TimestampColumn } from '@synth/core';
import { isoTimestamp } from '@synth/core';
import { isoLength, isPlainYear, IsoTimestamps } from '../iso-timestamps';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, FixedCells } from './cells';
import { isPresent } from './cells';

/** Timestamps in ISO 8601. */
export class TimestampCells implements FixedCells {
  readonly frame: CellFrame;
  readonly #quote: string;
  readonly #blank: string;
  readonly #iso = new IsoTimestamps();
  #values: Float64Array = new Float64Array(0);
  #valid: Uint8Array | undefined;

  constructor(frame: CellFrame) {
    this.frame = frame;
    this.#quote = frame.style.timestampQuote;
    this.#blank = this.#wide(0);
  }

  load(column: TimestampColumn): void {
    this.#values = column.values;
    this.#valid = column.valid;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const values = this.#values;
    const valid = this.#valid;
    const { prefixLength, nullLength } = this.frame;
    const plainLength = prefixLength + isoLength + 2 * this.#quote.length;
    for (let row = start, i = 0; row < end; row++, i++) {
      const ms = values[row]!;
      if (!isPresent(valid, row)) lengths[i]! += nullLength;
      else if (isPlainYear(ms)) lengths[i]! += plainLength;
      else lengths[i]! += Number.isFinite(ms) ? prefixLength + this.#wide(ms).length : nullLength;
    }
  }

  write(start: number, end: number, cursors: Int32Array, { bytes, view }: Page): void {
    const values = this.#values;
    const valid = this.#valid;
    const { packedPrefix, packedNull } = this.frame;
    const iso = this.#iso;
    const quote = this.#quote === '' ? 0 : this.#quote.charCodeAt(0);
    for (let row = start, i = 0; row < end; row++, i++) {
      const ms = values[row]!;
      let at = cursors[i]!;
      if (isPresent(valid, row) && isPlainYear(ms)) {
        at = copyPacked(view, at, packedPrefix, 0);
        if (quote !== 0) view.setInt8(at++, quote);
        iso.write(view, at, ms);
        at += isoLength;
        if (quote !== 0) view.setInt8(at++, quote);
      } else if (isPresent(valid, row) && Number.isFinite(ms)) {
        at = copyPacked(view, at, packedPrefix, 0);
        at += bytes.write(this.#wide(ms), at, 'latin1');
      } else at = copyPacked(view, at, packedNull, 0);
      cursors[i] = at;
    }
  }

  blank(start: number, end: number): string | undefined {
    if (this.#valid !== undefined) return undefined;
    const values = this.#values;
    for (let row = start; row < end; row++) if (!isPlainYear(values[row]!)) return undefined;
    return this.#blank;
  }

  writeFixed(start: number, end: number, at: number, stride: number, { view }: Page): void {
    const values = this.#values;
    const iso = this.#iso;
    let place = at + this.#quote.length;
    for (let row = start; row < end; row++, place += stride) iso.write(view, place, values[row]!);
  }

  #wide(ms: number): string {
    return this.#quote + isoTimestamp(ms) + this.#quote;
  }
}
