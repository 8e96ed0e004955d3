import type { Column } from '@synth/core';
import { valueAt } from '@synth/core';
import { PackedTexts } from '../text/packed-texts';
import { bitWidth } from './bit-width';
import type { ByteSink } from './byte-sink';
import { DistinctTexts } from './distinct-texts';
import { writeHybrid } from './hybrid-runs';
import type { Bounds, Leaf } from './leaf';
import { encodings, physicalTypes } from './leaf';

/**
 * Texts, and JSON values as their text. Each distinct text of a row group gets a code; where most texts repeat, the
 * distinct ones become the dictionary page and the values their codes.
 *
 * As long as all come from one dictionary, codes stand for its entries, and those that were used are collected at the
 * end, in their order: entries lie side by side in memory then, which is what makes it fast. Texts from more than one
 * place get their codes by a map, in the order of appearance.
 */
export class TextLeaf implements Leaf {
  readonly physicalType = physicalTypes.byteArray;
  /** Codes, or entries of `source` as long as that is the only one. */
  #codes = new Int32Array(1024);
  #size = 0;
  #source: readonly string[] | undefined;
  #byText: Map<string, number> | undefined;
  readonly #distinct = new DistinctTexts();
  // Batches share a dictionary as the same array: each is rendered once.
  readonly #packed = new WeakMap<readonly string[], PackedTexts>();
  #useDictionary = false;

  get size(): number {
    return this.#size;
  }

  add(column: Column, start: number, end: number): void {
    this.#reserve(end - start);
    if (column.type === 'dictionary') {
      this.#source ??= column.dictionary;
      if (this.#source === column.dictionary && this.#byText === undefined) {
        this.#codes.set(column.values.subarray(start, end), this.#size);
        this.#size += end - start;
        return;
      }
    }
    const byText = this.#mapTexts();
    for (let i = start; i < end; i++) {
      const text = column.type === 'json' ? JSON.stringify(valueAt(column, i)) : valueAt(column, i);
      this.#codes[this.#size++] = this.#codeOf(byText, String(text ?? null));
    }
  }

  dictionary(): { entries: number; bytes: Uint8Array } | undefined {
    if (this.#source !== undefined && this.#byText === undefined) this.#collectEntries(this.#source);
    const entries = this.#distinct.count;
    this.#useDictionary = 4 * entries <= 3 * this.#size;
    return this.#useDictionary ? { entries, bytes: this.#distinct.contents() } : undefined;
  }

  writeValues(sink: ByteSink): number {
    if (!this.#useDictionary) {
      this.#distinct.write(sink, this.#codes.subarray(0, this.#size));
      return encodings.plain;
    }
    const width = bitWidth(this.#distinct.count - 1);
    sink.byte(width);
    writeHybrid(sink, this.#codes, 0, this.#size, width);
    return encodings.rleDictionary;
  }

  bounds(): Bounds | undefined {
    return this.#distinct.bounds();
  }

  clear(): void {
    this.#size = 0;
    this.#source = undefined;
    this.#byText = undefined;
    this.#distinct.clear();
  }

  /** Turns entries into codes, those of the used entries in their order. */
  #collectEntries(dictionary: readonly string[]): void {
    const codes = this.#codes;
    const size = this.#size;
    let first = Number.POSITIVE_INFINITY;
    let last = -1;
    for (let i = 0; i < size; i++) {
      const entry = codes[i]!;
      if (entry < first) first = entry;
      if (entry > last) last = entry;
    }
    const packed = this.#packedOf(dictionary);
    // One more than the code; 0 where an entry is not used.
    const codeOf = new Int32Array(Math.max(0, last - first + 1));
    for (let i = 0; i < size; i++) codeOf[codes[i]! - first] = 1;
    for (let i = 0; i < codeOf.length; i++) {
      if (codeOf[i] === 0) continue;
      const offset = packed.offsets[first + i]! || packed.render(first + i);
      codeOf[i] = this.#distinct.addPacked(packed.words, offset);
    }
    for (let i = 0; i < size; i++) codes[i] = codeOf[codes[i]! - first]!;
  }

  /** From here on codes are those of a map. */
  #mapTexts(): Map<string, number> {
    if (this.#byText !== undefined) return this.#byText;
    const byText = new Map<string, number>();
    this.#byText = byText;
    for (let i = 0; i < this.#size; i++) {
      this.#codes[i] = this.#codeOf(byText, this.#source![this.#codes[i]!]!);
    }
    return byText;
  }

  #codeOf(byText: Map<string, number>, text: string): number {
    let code = byText.get(text);
    if (code === undefined) {
      code = this.#distinct.add(text);
      byText.set(text, code);
    }
    return code;
  }

  #packedOf(dictionary: readonly string[]): PackedTexts {
    let packed = this.#packed.get(dictionary);
    if (packed === undefined) {
      packed = new PackedTexts(dictionary, (text) => text);
      this.#packed.set(dictionary, packed);
    }
    return packed;
  }

  #reserve(count: number): void {
    if (this.#size + count <= this.#codes.length) return;
    const grown = new Int32Array(Math.max(2 * this.#codes.length, this.#size + count));
    grown.set(this.#codes);
    this.#codes = grown;
  }
}
