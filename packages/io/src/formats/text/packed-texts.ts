import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import { asciiWord } from './ascii-words';

/**
 * Texts as UTF-8, four bytes to a little-endian word, so that a copy is a few word stores. They are rendered when they
 * are first asked for: a dictionary may hold a million entries of which a block uses ten.
 *
 * An entry in `words` is its length in bytes, its whole words, and its last four bytes as one word; of a text under
 * four bytes, the length and the bytes.
 */
export class PackedTexts {
  words = new Int32Array(1024);
  /** Where each entry begins in `words`; 0 as long as it is not rendered. */
  readonly offsets: Int32Array;
  readonly #texts: readonly string[];
  readonly #style: (text: string) => string;
  #end = 1;

  constructor(texts: readonly string[], style: (text: string) => string) {
    this.#texts = texts;
    this.#style = style;
    this.offsets = new Int32Array(texts.length);
  }

  /** Renders an entry; returns its offset in `words`, which may be another array after the call. */
  render(entry: number): number {
    const text = this.#texts[entry];
    if (text === undefined) throw noEntry(entry, this.#texts.length);
    const styled = this.#style(text);
    const bytes = isAscii(styled) ? undefined : Buffer.from(styled, 'utf8');
    const length = bytes === undefined ? styled.length : bytes.length;
    const whole = length >> 2;
    const offset = this.#end;
    this.#end = offset + whole + 2;
    if (this.#end > this.words.length) {
      const grown = new Int32Array(Math.max(2 * this.words.length, this.#end));
      grown.set(this.words);
      this.words = grown;
    }
    this.words[offset] = length;
    const wordAt = (from: number): number =>
      bytes === undefined ? asciiWord(styled, from) : byteWord(bytes, from);
    for (let i = 0; i < whole; i++) this.words[offset + 1 + i] = wordAt(4 * i);
    this.words[offset + 1 + whole] = wordAt(Math.max(0, length - 4));
    this.offsets[entry] = offset;
    return offset;
  }
}

/** A batch asks for an entry that its dictionary lacks. */
export const noEntry = (entry: number, entries: number): SynthError =>
  new SynthError<IoErrorCode>({
    code: 'BATCH_INVALID',
    message: `entry ${entry} of a dictionary of ${entries}`,
    value: entry,
    allowed: `0 to ${entries - 1}`,
  });

/** Writes the entry that begins at `offset` of `words`, and not a byte more; returns where it ends. */
export function copyPacked(view: DataView, at: number, words: Int32Array, offset: number): number {
  const length = words[offset]!;
  const end = at + length;
  if (length < 4) {
    for (let i = at, word = words[offset + 1]!; i < end; i++, word >>= 8) view.setInt8(i, word);
    return end;
  }
  view.setInt32(at, words[offset + 1]!, true);
  if (length >= 8) {
    view.setInt32(at + 4, words[offset + 2]!, true);
    for (let i = 8; i + 4 <= length; i += 4) view.setInt32(at + i, words[offset + 1 + (i >> 2)]!, true);
  }
  view.setInt32(end - 4, words[offset + 1 + (length >> 2)]!, true);
  return end;
}

/** One text as a packed entry: offset 0 of the words. */
export function packedText(text: string): Int32Array {
  const texts = new PackedTexts([text], (one) => one);
  const offset = texts.render(0);
  return texts.words.slice(offset, offset + 2 + (texts.words[offset]! >> 2));
}

export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Up to four bytes from `from` on as a little-endian word. */
function byteWord(bytes: Uint8Array, from: number): number {
  let word = 0;
  for (let i = Math.min(from + 3, bytes.length - 1); i >= from; i--) word = (word << 8) | bytes[i]!;
  return word;
}
