import type { BoolColumn, DictionaryColumn } from '@synth/core';
import { copyPacked, packedText } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, FixedCells } from './cells';
import { isPresent } from './cells';
import { InlineTexts } from './inline-texts';
import { UniformTexts } from './uniform-texts';

type Texts = InlineTexts | UniformTexts;

/** Cells out of a few texts, each rendered once: dictionaries and booleans. */
export class DictionaryCells implements FixedCells {
  readonly frame: CellFrame;
  /** What stands on both sides of a uniform text, and all that stands before it. */
  readonly #quote: string;
  readonly #opening: Int32Array;
  // Batches share a dictionary as the same array.
  readonly #rendered = new WeakMap<readonly string[], Texts>();
  readonly #booleans = new InlineTexts(['false', 'true'], (word) => word);
  #texts: Texts = this.#booleans;
  #entries: Int32Array | Uint8Array = new Int32Array(0);
  #valid: Uint8Array | undefined;

  constructor(frame: CellFrame) {
    this.frame = frame;
    this.#quote = frame.style.textQuote;
    this.#opening = packedText(frame.prefix + this.#quote);
  }

  load(column: DictionaryColumn | BoolColumn): void {
    this.#texts = column.type === 'bool' ? this.#booleans : this.#render(column.dictionary);
    this.#entries = column.values;
    this.#valid = column.valid;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const texts = this.#texts;
    const entries = this.#entries;
    const valid = this.#valid;
    const { nullLength, prefixLength } = this.frame;
    const around = prefixLength + (texts instanceof UniformTexts ? 2 * this.#quote.length : 0);
    for (let row = start, i = 0; row < end; row++, i++) {
      lengths[i]! += isPresent(valid, row) ? around + texts.length(entries[row]!) : nullLength;
    }
  }

  write(start: number, end: number, cursors: Int32Array, { view }: Page): void {
    if (this.#texts instanceof UniformTexts) this.#writeUniform(this.#texts, start, end, cursors, view);
    else this.#writeInline(this.#texts, start, end, cursors, view);
  }

  blank(): string | undefined {
    if (this.#valid !== undefined || !(this.#texts instanceof UniformTexts)) return undefined;
    return this.#quote + ' '.repeat(this.#texts.bytes) + this.#quote;
  }

  writeFixed(start: number, end: number, at: number, stride: number, { view }: Page): void {
    if (!(this.#texts instanceof UniformTexts)) return;
    this.#texts.copyRows(this.#entries, start, end, at + this.#quote.length, stride, view);
  }

  #writeUniform(texts: UniformTexts, start: number, end: number, cursors: Int32Array, view: DataView): void {
    const entries = this.#entries;
    const valid = this.#valid;
    const opening = this.#opening;
    const { packedNull } = this.frame;
    const [openingLength, openingWord] = [opening[0]!, opening[1]!];
    const quote = this.#quote === '' ? 0 : this.#quote.charCodeAt(0);
    for (let row = start, i = 0; row < end; row++, i++) {
      let at = cursors[i]!;
      if (!isPresent(valid, row)) {
        cursors[i] = copyPacked(view, at, packedNull, 0);
        continue;
      }
      // What the word of a short opening writes too much, the text covers.
      if (openingLength > 3) at = copyPacked(view, at, opening, 0);
      else if (openingLength > 0) {
        view.setInt32(at, openingWord, true);
        at += openingLength;
      }
      at = texts.copy(entries[row]!, view, at);
      if (quote !== 0) view.setInt8(at++, quote);
      cursors[i] = at;
    }
  }

  #writeInline(texts: InlineTexts, start: number, end: number, cursors: Int32Array, view: DataView): void {
    const entries = this.#entries;
    const valid = this.#valid;
    const { packedNull, packedPrefix } = this.frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      const at = cursors[i]!;
      cursors[i] = isPresent(valid, row)
        ? texts.copy(entries[row]!, view, copyPacked(view, at, packedPrefix, 0))
        : copyPacked(view, at, packedNull, 0);
    }
  }

  #render(dictionary: readonly string[]): Texts {
    let texts = this.#rendered.get(dictionary);
    if (texts === undefined) {
      const { style } = this.frame;
      texts = UniformTexts.of(dictionary, style) ?? new InlineTexts(dictionary, (text) => style.text(text));
      this.#rendered.set(dictionary, texts);
    }
    return texts;
  }
}
