import type { StringColumn } from '@synth/core';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import { isPlain } from '../text-style';
import type { CellFrame, Cells } from './cells';
import { isPresent } from './cells';

/** Texts of which most are ASCII without a character to escape. */
export class StringCells implements Cells {
  readonly #frame: CellFrame;
  readonly #quote: string;
  #values: readonly string[] = [];
  #valid: Uint8Array | undefined;
  // Of each row of the window: the escaped text, or undefined where the text stands as it is.
  readonly #escaped: (string | undefined)[] = [];

  constructor(frame: CellFrame) {
    this.#frame = frame;
    this.#quote = frame.style.textQuote;
  }

  load(column: StringColumn): void {
    this.#values = column.values;
    this.#valid = column.valid;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const values = this.#values;
    const valid = this.#valid;
    const { style, prefixLength, nullLength } = this.#frame;
    const quotes = 2 * this.#quote.length;
    for (let row = start, i = 0; row < end; row++, i++) {
      if (!isPresent(valid, row)) {
        lengths[i]! += nullLength;
        continue;
      }
      const value = values[row]!;
      if (isPlain(value, style)) {
        this.#escaped[i] = undefined;
        lengths[i]! += prefixLength + quotes + value.length;
      } else {
        const escaped = style.text(value);
        this.#escaped[i] = escaped;
        lengths[i]! += prefixLength + Buffer.byteLength(escaped, 'utf8');
      }
    }
  }

  write(start: number, end: number, cursors: Int32Array, { bytes, view }: Page): void {
    const values = this.#values;
    const valid = this.#valid;
    const { packedPrefix, packedNull } = this.#frame;
    const quote = this.#quote === '' ? 0 : this.#quote.charCodeAt(0);
    for (let row = start, i = 0; row < end; row++, i++) {
      if (!isPresent(valid, row)) {
        cursors[i] = copyPacked(view, cursors[i]!, packedNull, 0);
        continue;
      }
      let at = copyPacked(view, cursors[i]!, packedPrefix, 0);
      const escaped = this.#escaped[i];
      if (escaped === undefined) {
        if (quote !== 0) view.setInt8(at++, quote);
        at = writeAscii(bytes, at, values[row]!);
        if (quote !== 0) view.setInt8(at++, quote);
      } else at += bytes.write(escaped, at, 'utf8');
      cursors[i] = at;
    }
  }
}

function writeAscii(bytes: Buffer, at: number, value: string): number {
  const { length } = value;
  // A call out of the engine pays for itself from here on.
  if (length > 40) return at + bytes.write(value, at, 'latin1');
  for (let i = 0; i < length; i++) bytes[at + i] = value.charCodeAt(i);
  return at + length;
}
