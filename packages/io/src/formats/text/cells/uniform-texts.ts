import { asciiWord, copyPacked, isAscii, noEntry } from '../packed-texts';

/** Shorter texts need no words, longer ones too many. */
const shortest = 4;
const longest = 16;

/**
 * The texts of a dictionary all of which take the same number of bytes, as ids with leading zeros do: nothing but their
 * words, so that a large dictionary takes little of the processor's cache, and no row has to be looked up twice.
 */
export class UniformTexts {
  /** Bytes of each text. */
  readonly bytes: number;
  /** Words of a text: its last four bytes are the last, and may lie in part in the one before. */
  readonly #words: number;
  readonly #entries: number;
  readonly #table: Int32Array;

  private constructor(bytes: number, entries: number) {
    this.bytes = bytes;
    this.#words = (bytes + 3) >> 2;
    this.#entries = entries;
    this.#table = new Int32Array(this.#words * entries);
  }

  /** Renders a dictionary; undefined unless all texts are ASCII and of one length from 4 to 16. */
  static of(texts: readonly string[], style: (text: string) => string): UniformTexts | undefined {
    if (texts.length === 0) return undefined;
    const { length } = style(texts[0]!);
    if (length < shortest || length > longest) return undefined;
    const rendered = new UniformTexts(length, texts.length);
    for (let entry = 0; entry < texts.length; entry++) {
      const text = style(texts[entry]!);
      if (text.length !== length || !isAscii(text)) return undefined;
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
    const table = this.#table;
    const last = this.#words - 1;
    const from = this.#words * entry;
    for (let word = 0; word < last; word++) view.setInt32(at + 4 * word, table[from + word]!, true);
    view.setInt32(at + this.bytes - 4, table[from + last]!, true);
    return at + this.bytes;
  }

  /** Writes the entries of the rows [start, end) at `cursors`, each after a packed prefix, and moves these on. */
  copyRows(
    entries: Int32Array | Uint8Array,
    start: number,
    end: number,
    cursors: Int32Array,
    view: DataView,
    prefix: Int32Array,
  ): void {
    const table = this.#table;
    const words = this.#words;
    const { bytes } = this;
    const [prefixLength, prefixWord] = [prefix[0]!, prefix[1]!];
    for (let row = start, i = 0; row < end; row++, i++) {
      let at = cursors[i]!;
      // What the word of a short prefix writes too much, the text covers.
      if (prefixLength > 3) at = copyPacked(view, at, prefix, 0);
      else if (prefixLength > 0) {
        view.setInt32(at, prefixWord, true);
        at += prefixLength;
      }
      const from = words * entries[row]!;
      view.setInt32(at, table[from]!, true);
      if (words > 2) view.setInt32(at + 4, table[from + 1]!, true);
      if (words > 3) view.setInt32(at + 8, table[from + 2]!, true);
      view.setInt32(at + bytes - 4, table[from + words - 1]!, true);
      cursors[i] = at + bytes;
    }
  }

  #render(entry: number, text: string): void {
    const from = this.#words * entry;
    for (let word = 0; word < this.#words - 1; word++) this.#table[from + word] = asciiWord(text, 4 * word);
    this.#table[from + this.#words - 1] = asciiWord(text, this.bytes - 4);
  }
}
