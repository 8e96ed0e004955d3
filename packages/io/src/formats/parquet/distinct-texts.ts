import { copyPacked } from '../text/packed-texts';
import { ByteSink } from './byte-sink';
import type { Bounds } from './leaf';

/** Longer texts are no bounds: readers would carry them about in every footer. */
const maxBoundBytes = 64;

/** The distinct texts of a row group in the plain encoding: each its length (4 bytes) and its UTF-8. */
export class DistinctTexts {
  readonly #sink = new ByteSink(1 << 16);
  #starts = new Int32Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** All of them, as a view until the next change. */
  contents(): Uint8Array {
    return this.#sink.contents();
  }

  /** Adds a text; returns its code. */
  add(text: string): number {
    const code = this.#begin();
    const sink = this.#sink;
    sink.reserve(4 + 3 * text.length);
    const length = sink.bytes.write(text, sink.length + 4, 'utf8');
    sink.uint32(length);
    sink.length += length;
    return code;
  }

  /** Adds a packed text; returns its code. */
  addPacked(words: Int32Array, offset: number): number {
    const code = this.#begin();
    const sink = this.#sink;
    const length = words[offset]!;
    sink.reserve(4 + length);
    sink.view.setInt32(sink.length, length, true);
    sink.length = copyPacked(sink.view, sink.length + 4, words, offset);
    return code;
  }

  /** Appends texts by their codes, in the plain encoding. */
  write(sink: ByteSink, codes: Int32Array): void {
    const { bytes } = this.#sink;
    for (const code of codes) sink.append(bytes.subarray(this.#starts[code], this.#end(code)));
  }

  bounds(): Bounds | undefined {
    if (this.#count === 0) return undefined;
    let min = 0;
    let max = 0;
    for (let code = 1; code < this.#count; code++) {
      if (this.#compare(code, min) < 0) min = code;
      else if (this.#compare(code, max) > 0) max = code;
    }
    const [low, high] = [this.#text(min), this.#text(max)];
    return low.length > maxBoundBytes || high.length > maxBoundBytes ? undefined : { min: low, max: high };
  }

  clear(): void {
    this.#sink.length = 0;
    this.#count = 0;
  }

  #begin(): number {
    const code = this.#count++;
    if (code === this.#starts.length) {
      const grown = new Int32Array(2 * code);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[code] = this.#sink.length;
    return code;
  }

  #end(code: number): number {
    return code + 1 < this.#count ? this.#starts[code + 1]! : this.#sink.length;
  }

  #text(code: number): Uint8Array {
    return Uint8Array.from(this.#sink.bytes.subarray(this.#starts[code]! + 4, this.#end(code)));
  }

  /** The order of two texts by their bytes. */
  #compare(a: number, b: number): number {
    const { bytes } = this.#sink;
    const endA = this.#end(a);
    const endB = this.#end(b);
    let atA = this.#starts[a]! + 4;
    let atB = this.#starts[b]! + 4;
    while (atA < endA && atB < endB) {
      const order = bytes[atA++]! - bytes[atB++]!;
      if (order !== 0) return order;
    }
    return endA - atA - (endB - atB);
  }
}
