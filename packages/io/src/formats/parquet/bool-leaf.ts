import type { BoolColumn, Column } from '@synth/core';
import type { ByteSink } from './byte-sink';
import type { Bounds, Leaf } from './leaf';
import { encodings, physicalTypes } from './leaf';

/** Booleans, a bit each. */
export class BoolLeaf implements Leaf {
  readonly physicalType = physicalTypes.boolean;
  #values = new Uint8Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(column: Column, start: number, end: number): void {
    const count = end - start;
    if (this.#size + count > this.#values.length) {
      const grown = new Uint8Array(Math.max(2 * this.#values.length, this.#size + count));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.set((column as BoolColumn).values.subarray(start, end), this.#size);
    this.#size += count;
  }

  dictionary(): undefined {
    return undefined;
  }

  writeValues(sink: ByteSink): number {
    const bytes = Buffer.alloc(Math.ceil(this.#size / 8));
    for (let i = 0; i < this.#size; i++) if (this.#values[i] === 1) bytes[i >> 3]! |= 1 << (i & 7);
    sink.append(bytes);
    return encodings.plain;
  }

  bounds(): Bounds | undefined {
    if (this.#size === 0) return undefined;
    const values = this.#values.subarray(0, this.#size);
    const [anyTrue, anyFalse] = [values.includes(1), values.some((value) => value !== 1)];
    return { min: Uint8Array.of(anyFalse ? 0 : 1), max: Uint8Array.of(anyTrue ? 1 : 0) };
  }

  clear(): void {
    this.#size = 0;
  }
}
