/**
 * Texts as UTF-8, four bytes to a little-endian word, so that a copy is a few word stores. They are rendered when they
 * are first asked for: a dictionary may hold a million entries of which a block uses ten.
 */
export class PackedTexts {
  /** Where an entry begins in `words`; 0 as long as it is not rendered. */
  readonly offsets: Int32Array;
  /** The bytes of each rendered entry. */
  readonly lengths: Int32Array;
  words = new Int32Array(1024);
  readonly #texts: readonly string[];
  readonly #style: (text: string) => string;
  #end = 1;

  constructor(texts: readonly string[], style: (text: string) => string) {
    this.#texts = texts;
    this.#style = style;
    this.offsets = new Int32Array(texts.length);
    this.lengths = new Int32Array(texts.length);
  }

  /** Renders an entry; returns its offset in `words`. */
  render(entry: number): number {
    const text = this.#texts[entry];
    if (text === undefined) throw new RangeError(`entry ${entry} of a dictionary of ${this.#texts.length}`);
    const bytes = Buffer.from(this.#style(text), 'utf8');
    const offset = this.#end;
    const count = (bytes.length + 3) >> 2;
    if (offset + count > this.words.length) {
      const grown = new Int32Array(Math.max(2 * this.words.length, offset + count));
      grown.set(this.words);
      this.words = grown;
    }
    for (let i = 0; i < bytes.length; i++) this.words[offset + (i >> 2)]! |= bytes[i]! << (8 * (i & 3));
    this.#end = offset + count;
    this.offsets[entry] = offset;
    this.lengths[entry] = bytes.length;
    return offset;
  }
}
