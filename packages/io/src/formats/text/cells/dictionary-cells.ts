import type { BoolColumn, DictionaryColumn } from '@synth/core';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, Cells } from './cells';
import { isPresent } from './cells';
import { InlineTexts } from './inline-texts';
import { UniformTexts } from './uniform-texts';

type Texts = InlineTexts | UniformTexts;

/** Cells out of a few texts, each rendered once: dictionaries and booleans. */
export class DictionaryCells implements Cells {
  readonly #frame: CellFrame;
  // Batches share a dictionary as the same array.
  readonly #rendered = new WeakMap<readonly string[], Texts>();
  readonly #booleans = new InlineTexts(['false', 'true'], (word) => word);
  #texts: Texts = this.#booleans;
  #entries: Int32Array | Uint8Array = new Int32Array(0);
  #valid: Uint8Array | undefined;

  constructor(frame: CellFrame) {
    this.#frame = frame;
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
    for (let row = start, i = 0; row < end; row++, i++) {
      lengths[i]! += isPresent(valid, row) ? prefixLength + texts.length(entries[row]!) : nullLength;
    }
  }

  write(start: number, end: number, cursors: Int32Array, { view }: Page): void {
    const texts = this.#texts;
    const entries = this.#entries;
    const valid = this.#valid;
    const { packedNull, packedPrefix } = this.#frame;
    if (texts instanceof UniformTexts && valid === undefined) {
      texts.copyRows(entries, start, end, cursors, view, packedPrefix);
      return;
    }
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
      const { style } = this.#frame;
      const styled = (text: string): string => style.text(text);
      texts = UniformTexts.of(dictionary, styled) ?? new InlineTexts(dictionary, styled);
      this.#rendered.set(dictionary, texts);
    }
    return texts;
  }
}
