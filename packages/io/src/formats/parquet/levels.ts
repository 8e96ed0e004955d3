import type { ByteSink } from './byte-sink';
import { bitWidth } from './bit-width';
import { writeHybrid } from './hybrid-runs';

/** Repetition or definition levels of a column. */
export class Levels {
  readonly max: number;
  #values = new Uint8Array(1024);
  #size = 0;

  constructor(max: number) {
    this.max = max;
  }

  get size(): number {
    return this.#size;
  }

  push(level: number, times: number): void {
    if (this.#size + times > this.#values.length) {
      const grown = new Uint8Array(Math.max(2 * this.#values.length, this.#size + times));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.fill(level, this.#size, this.#size + times);
    this.#size += times;
  }

  /** Writes the levels as a data page has them, where there is a choice, and begins anew. */
  write(sink: ByteSink): void {
    if (this.max > 0) {
      const start = sink.length;
      sink.uint32(0);
      writeHybrid(sink, this.#values, 0, this.#size, bitWidth(this.max));
      sink.view.setUint32(start, sink.length - start - 4, true);
    }
    this.#size = 0;
  }
}
