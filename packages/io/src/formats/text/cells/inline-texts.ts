import { copyPacked, PackedTexts } from '../packed-texts';

/** Words of an entry. */
const entryWords = 4;

/** Up to so many bytes, and from four on, a text stands in the entry itself. */
const inlineBytes = 12;

/**
 * The texts of a dictionary, rendered when they are first asked for. A short one stands in the table itself, with its
 * length: one look at one line of the processor's cache, however large the dictionary.
 *
 * An entry of `table` is the length of the text plus 1, or 0 as long as it is not rendered; then the text's first two
 * words and its last four bytes, or where it begins in `words`.
 */
export class InlineTexts {
  readonly table: Int32Array;
  readonly #packed: PackedTexts;

  constructor(texts: readonly string[], style: (text: string) => string) {
    this.#packed = new PackedTexts(texts, style);
    this.table = new Int32Array(entryWords * texts.length);
  }

  /** The length of an entry's text in bytes. */
  length(entry: number): number {
    return (this.table[entryWords * entry] || this.#render(entry)) - 1;
  }

  /** Writes a rendered entry, and not a byte more; returns where it ends. */
  copy(entry: number, view: DataView, at: number): number {
    const { table } = this;
    const from = entryWords * entry;
    const length = table[from]! - 1;
    if (length < 4 || length > inlineBytes) {
      return copyPacked(view, at, this.#packed.words, table[from + 1]!);
    }
    view.setInt32(at, table[from + 1]!, true);
    if (length >= 8) view.setInt32(at + 4, table[from + 2]!, true);
    view.setInt32(at + length - 4, table[from + 3]!, true);
    return at + length;
  }

  #render(entry: number): number {
    const offset = this.#packed.render(entry);
    const { words } = this.#packed;
    const length = words[offset]!;
    const from = entryWords * entry;
    const isInline = length >= 4 && length <= inlineBytes;
    this.table[from] = length + 1;
    this.table[from + 1] = isInline ? words[offset + 1]! : offset;
    this.table[from + 2] = isInline ? words[offset + 2]! : 0;
    this.table[from + 3] = isInline ? words[offset + 1 + (length >> 2)]! : 0;
    return length + 1;
  }
}
