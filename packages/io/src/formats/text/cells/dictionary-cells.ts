import type { BoolColumn, DictionaryColumn } from '@synth/core';
import { copyPacked, PackedTexts } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, Cells } from './cells';
import { isPresent, windowRows } from './cells';

/** Cells out of a few texts, each rendered once with its prefix: dictionaries and booleans. */
export class DictionaryCells implements Cells {
  readonly #frame: CellFrame;
  // Batches share a dictionary as the same array.
  readonly #rendered = new WeakMap<readonly string[], PackedTexts>();
  readonly #booleans: PackedTexts;
  #texts: PackedTexts;
  #entries: Int32Array | Uint8Array = new Int32Array(0);
  #valid: Uint8Array | undefined;
  // Of each row of the window: where its text begins in the words, or 0 for a null.
  readonly #found = new Int32Array(windowRows);

  constructor(frame: CellFrame) {
    this.#frame = frame;
    this.#booleans = new PackedTexts(['false', 'true'], (word) => frame.prefix + word);
    this.#texts = this.#booleans;
  }

  load(column: DictionaryColumn | BoolColumn): void {
    this.#texts = column.type === 'bool' ? this.#booleans : this.#render(column.dictionary);
    this.#entries = column.values;
    this.#valid = column.valid;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const texts = this.#texts;
    const { offsets } = texts;
    const entries = this.#entries;
    const valid = this.#valid;
    const found = this.#found;
    const { nullLength } = this.#frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      if (isPresent(valid, row)) {
        const entry = entries[row]!;
        const offset = offsets[entry]! || texts.render(entry);
        found[i] = offset;
        lengths[i]! += texts.words[offset]!;
      } else {
        found[i] = 0;
        lengths[i]! += nullLength;
      }
    }
  }

  write(start: number, end: number, cursors: Int32Array, { view }: Page): void {
    const { words } = this.#texts;
    const found = this.#found;
    const { packedNull } = this.#frame;
    for (let i = 0; i < end - start; i++) {
      const offset = found[i]!;
      cursors[i] =
        offset === 0
          ? copyPacked(view, cursors[i]!, packedNull, 0)
          : copyPacked(view, cursors[i]!, words, offset);
    }
  }

  #render(dictionary: readonly string[]): PackedTexts {
    let texts = this.#rendered.get(dictionary);
    if (texts === undefined) {
      const { prefix, style } = this.#frame;
      texts = new PackedTexts(dictionary, (text) => prefix + style.text(text));
      this.#rendered.set(dictionary, texts);
    }
    return texts;
  }
}
