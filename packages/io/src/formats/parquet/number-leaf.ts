import type { Column, F32Column, F64Column, I32Column, TimestampColumn, U32Column } from '@synth/core';
import type { ByteSink } from './byte-sink';
import type { Bounds, Leaf } from './leaf';
import { encodings, physicalTypes } from './leaf';

type NumberColumn = F64Column | F32Column | I32Column | U32Column | TimestampColumn;
type Numbers = NumberColumn['values'];

const kinds = {
  f64: { physicalType: physicalTypes.double, array: Float64Array, bytes: 8 },
  f32: { physicalType: physicalTypes.float, array: Float32Array, bytes: 4 },
  i32: { physicalType: physicalTypes.int32, array: Int32Array, bytes: 4 },
  u32: { physicalType: physicalTypes.int32, array: Uint32Array, bytes: 4 },
  timestamp: { physicalType: physicalTypes.int64, array: Float64Array, bytes: 8 },
} as const;

/** Numbers and timestamps, plain. */
export class NumberLeaf implements Leaf {
  readonly physicalType: number;
  readonly #type: NumberColumn['type'];
  #values: Numbers;
  #size = 0;

  constructor(type: NumberColumn['type']) {
    this.#type = type;
    this.physicalType = kinds[type].physicalType;
    this.#values = new kinds[type].array(1024);
  }

  get size(): number {
    return this.#size;
  }

  add(column: Column, start: number, end: number): void {
    const count = end - start;
    if (this.#size + count > this.#values.length) {
      const grown = new kinds[this.#type].array(Math.max(2 * this.#values.length, this.#size + count));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.set((column as NumberColumn).values.subarray(start, end), this.#size);
    this.#size += count;
  }

  dictionary(): undefined {
    return undefined;
  }

  writeValues(sink: ByteSink): number {
    const values = this.#values.subarray(0, this.#size);
    if (this.#type === 'timestamp') writeInt64s(sink, values);
    else sink.append(new Uint8Array(values.buffer, 0, values.byteLength));
    return encodings.plain;
  }

  bounds(): Bounds | undefined {
    const values = this.#values;
    const size = this.#size;
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    // NaN is in no order: it fails both.
    for (let i = 0; i < size; i++) {
      const value = values[i]!;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    if (min > max) return undefined;
    // Zeros of either sign are equal, and the format wants the bounds to hold both.
    return { min: this.#plain(min === 0 ? -0 : min), max: this.#plain(max === 0 ? 0 : max) };
  }

  clear(): void {
    this.#size = 0;
  }

  #plain(value: number): Uint8Array {
    if (this.#type === 'timestamp') return new Uint8Array(BigInt64Array.of(BigInt(value)).buffer);
    return new Uint8Array(kinds[this.#type].array.of(value).buffer);
  }
}

function writeInt64s(sink: ByteSink, values: Numbers): void {
  sink.reserve(8 * values.length);
  const { view } = sink;
  let at = sink.length;
  for (let i = 0; i < values.length; i++, at += 8) {
    const value = values[i]!;
    const high = Math.floor(value / 4294967296);
    view.setInt32(at, value - high * 4294967296, true);
    view.setInt32(at + 4, high, true);
  }
  sink.length = at;
}
