import type { BoolColumn, DictionaryColumn } from '@synth/core';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, Cells } from './cells';
import { isPresent } from './cells';
import { InlineTexts } from './inline-texts';

/** A longer prefix is written apart: with it, a text would not stand in the table of {@link InlineTexts}. */
const shortPrefix = 2;

/** Cells out of a few texts, each rendered once, and with its prefix where that is short: dictionaries and booleans. */
export class DictionaryCells implements Cells {
  readonly #frame: CellFrame;
  // Batches share a dictionary as the same array.
  readonly #rendered = new WeakMap<readonly string[], InlineTexts>();
  readonly #booleans: InlineTexts;
  /** What stands before the rendered texts. */
  readonly #packedPrefix: Int32Array | undefined;
  readonly #renderedPrefix: string;
  #texts: InlineTexts;
  #entries: Int32Array | Uint8Array = new Int32Array(0);
  #valid: Uint8Array | undefined;

  constructor(frame: CellFrame) {
    this.#frame = frame;
    const isApart = frame.prefixLength > shortPrefix;
    this.#packedPrefix = isApart ? frame.packedPrefix : undefined;
    this.#renderedPrefix = isApart ? '' : frame.prefix;
    this.#booleans = new InlineTexts(['false', 'true'], (word) => this.#renderedPrefix + word);
    this.#texts = this.#booleans;
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
    const { nullLength, prefixLength } = this.#frame;
    const apart = this.#packedPrefix === undefined ? 0 : prefixLength;
    for (let row = start, i = 0; row < end; row++, i++) {
      lengths[i]! += isPresent(valid, row) ? apart + texts.length(entries[row]!) : nullLength;
    }
  }

  write(start: number, end: number, cursors: Int32Array, { view }: Page): void {
    const texts = this.#texts;
    const entries = this.#entries;
    const valid = this.#valid;
    const { packedNull } = this.#frame;
    const prefix = this.#packedPrefix;
    for (let row = start, i = 0; row < end; row++, i++) {
      const at = cursors[i]!;
      if (!isPresent(valid, row)) cursors[i] = copyPacked(view, at, packedNull, 0);
      else {
        const from = prefix === undefined ? at : copyPacked(view, at, prefix, 0);
        cursors[i] = texts.copy(entries[row]!, view, from);
      }
    }
  }

  #render(dictionary: readonly string[]): InlineTexts {
    let texts = this.#rendered.get(dictionary);
    if (texts === undefined) {
      const { style } = this.#frame;
      const prefix = this.#renderedPrefix;
      texts = new InlineTexts(dictionary, (text) => prefix + style.text(text));
      this.#rendered.set(dictionary, texts);
    }
    return texts;
  }
}
