import { asciiDouble, asciiWord } from '../ascii-words';
import { noEntry } from '../packed-texts';
import type { TextStyle } from '../text-style';
import { isPlain } from '../text-style';

/** Shorter texts need no words, longer ones too many. */
const shortest = 4;
const longest = 16;

/**
 * The texts of a dictionary all of which take the same number of bytes and need no escape, as ids with leading zeros do:
 * nothing but their words, without quotes, so that a large dictionary takes little of the processor's cache, and no row
 * has to be looked up twice.
 */
export class UniformTexts {
  /** Bytes of each text. */
  readonly bytes: number;
  /** Of texts from eight bytes on: the first eight and, of longer ones, the last eight, which may lie in part in them. */
  readonly #doubles: Float64Array;
  /** Of texts under eight bytes: the first four and the last four. */
  readonly #words: Int32Array;
  readonly #entries: number;

  private constructor(bytes: number, entries: number) {
    this.bytes = bytes;
    this.#doubles = new Float64Array(bytes < 8 ? 0 : bytes === 8 ? entries : 2 * entries);
    this.#words = new Int32Array(bytes < 8 ? 2 * entries : 0);
    this.#entries = entries;
  }

  /** Renders a dictionary; undefined unless all texts are plain and of one length from 4 to 16. */
  static of(texts: readonly string[], style: TextStyle): UniformTexts | undefined {
    const bytes = texts[0]?.length ?? 0;
    if (bytes < shortest || bytes > longest) return undefined;
    const rendered = new UniformTexts(bytes, texts.length);
    for (let entry = 0; entry < texts.length; entry++) {
      const text = texts[entry]!;
      if (text.length !== bytes || !isPlain(text, style)) return undefined;
      rendered.#render(entry, text);
    }
    return rendered;
  }

  /** The length of an entry's text in bytes. */
  length(entry: number): number {
    if (entry >>> 0 >= this.#entries) throw noEntry(entry, this.#entries);
    return this.bytes;
  }

  /** Writes an entry, and not a byte more; returns where it ends. */
  copy(entry: number, view: DataView, at: number): number {
    if (entry >>> 0 >= this.#entries) throw noEntry(entry, this.#entries);
    const end = at + this.bytes;
    if (this.bytes === 8) view.setFloat64(at, this.#doubles[entry]!, true);
    else if (this.bytes > 8) {
      view.setFloat64(at, this.#doubles[2 * entry]!, true);
      view.setFloat64(end - 8, this.#doubles[2 * entry + 1]!, true);
    } else {
      view.setInt32(at, this.#words[2 * entry]!, true);
      view.setInt32(end - 4, this.#words[2 * entry + 1]!, true);
    }
    return end;
  }

  /** Writes the entries of the rows [start, end), the first at `at`, each `stride` bytes after the last. */
  copyRows(
    entries: Int32Array | Uint8Array,
    start: number,
    end: number,
    at: number,
    stride: number,
    view: DataView,
  ): void {
    if (this.bytes !== 8) {
      for (let row = start, place = at; row < end; row++, place += stride)
        this.copy(entries[row]!, view, place);
      return;
    }
    const doubles = this.#doubles;
    for (let row = start, place = at; row < end; row++, place += stride) {
      const double = doubles[entries[row]!];
      if (double === undefined) throw noEntry(entries[row]!, doubles.length);
      view.setFloat64(place, double, true);
    }
  }

  #render(entry: number, text: string): void {
    if (this.bytes === 8) this.#doubles[entry] = asciiDouble(text, 0);
    else if (this.bytes > 8) {
      this.#doubles[2 * entry] = asciiDouble(text, 0);
      this.#doubles[2 * entry + 1] = asciiDouble(text, this.bytes - 8);
    } else {
      this.#words[2 * entry] = asciiWord(text, 0);
      this.#words[2 * entry + 1] = asciiWord(text, this.bytes - 4);
    }
  }
}
