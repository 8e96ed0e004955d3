import type { Column, ListColumn, VectorColumn } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import { ByteSink } from './byte-sink';
import type { Codec } from './codec';
import type { ColumnShape } from './column-shape';
import type { Leaf } from './leaf';
import { encodings } from './leaf';
import { leafOf } from './leaf-of';
import { Levels } from './levels';
import { i32, struct, thriftBytes } from './thrift-compact';

/** What the footer says of a column chunk. Offsets count from the beginning of the row group. */
export interface ColumnChunkMeta {
  readonly physicalType: number;
  readonly encodings: readonly number[];
  /** Values and nulls, with the elements of lists. */
  readonly values: number;
  readonly nulls: number;
  readonly dictionaryOffset?: number;
  readonly dataOffset: number;
  readonly bytes: number;
  readonly rawBytes: number;
  /** The smallest and largest value, base64. */
  readonly min?: string;
  readonly max?: string;
}

/** Gathers the rows of one column of a row group, then writes them as one dictionary page and one data page. */
export class ColumnChunk {
  readonly #shape: ColumnShape;
  readonly #leaf: Leaf;
  readonly #definition: Levels;
  readonly #repetition: Levels;
  readonly #page = new ByteSink(1 << 16);

  constructor(shape: ColumnShape) {
    this.#shape = shape;
    this.#leaf = leafOf(shape.leaf);
    this.#definition = new Levels(shape.maxDefinition);
    this.#repetition = new Levels(shape.maxRepetition);
  }

  /** @throws SynthError `BATCH_INVALID` for a null where the spec has none */
  add(column: Column, start: number, end: number): void {
    const { valid } = column;
    if (valid === undefined) {
      this.#addPresent(column, start, end);
      return;
    }
    for (let row = start; row < end;) {
      const present = valid[row] !== 0;
      let next = row + 1;
      while (next < end && (valid[next] !== 0) === present) next++;
      if (present) this.#addPresent(column, row, next);
      else this.#addNulls(next - row);
      row = next;
    }
  }

  #addNulls(count: number): void {
    if (!this.#shape.nullable) {
      throw new SynthError<IoErrorCode>({
        code: 'BATCH_INVALID',
        message: `a null in the column ${this.#shape.name}, which is not nullable`,
        field: this.#shape.name,
        allowed: 'values alone, or nullable: true in the table spec',
      });
    }
    this.#definition.push(0, count);
    if (this.#shape.kind !== 'flat') this.#repetition.push(0, count);
  }

  #addPresent(column: Column, start: number, end: number): void {
    const { kind, maxDefinition } = this.#shape;
    if (kind === 'flat') {
      if (maxDefinition > 0) this.#definition.push(1, end - start);
      this.#leaf.add(column, start, end);
    } else if (kind === 'vector') this.#addVectors(column as VectorColumn, start, end);
    else for (let row = start; row < end; row++) this.#addList(column as ListColumn, row);
  }

  #addVectors({ values, width }: VectorColumn, start: number, end: number): void {
    const { maxDefinition } = this.#shape;
    if (width === 0) {
      this.#repetition.push(0, end - start);
      this.#definition.push(maxDefinition - 1, end - start);
      return;
    }
    for (let row = start; row < end; row++) {
      this.#repetition.push(0, 1);
      this.#repetition.push(1, width - 1);
    }
    this.#definition.push(maxDefinition, (end - start) * width);
    this.#leaf.add({ type: 'f32', values }, start * width, end * width);
  }

  #addList({ values, offsets }: ListColumn, row: number): void {
    const { maxDefinition } = this.#shape;
    const start = offsets[row]!;
    const end = offsets[row + 1]!;
    this.#repetition.push(0, 1);
    if (start === end) {
      this.#definition.push(maxDefinition - 2, 1);
      return;
    }
    this.#repetition.push(1, end - start - 1);
    for (let at = start; at < end;) {
      const present = values.valid === undefined || values.valid[at] !== 0;
      let next = at + 1;
      while (next < end && (values.valid === undefined || values.valid[next] !== 0) === present) next++;
      this.#definition.push(present ? maxDefinition : maxDefinition - 1, next - at);
      if (present) this.#leaf.add(values, at, next);
      at = next;
    }
  }

  /** Writes the pages and begins anew. `start` is where the row group begins in the sink. */
  write(sink: ByteSink, start: number, codec: Codec): ColumnChunkMeta {
    const leaf = this.#leaf;
    const values = this.#shape.maxDefinition > 0 ? this.#definition.size : leaf.size;
    const first = sink.length;
    let rawBytes = 0;
    const dictionary = leaf.dictionary();
    if (dictionary !== undefined) {
      rawBytes += writePage(sink, dictionary.bytes, codec, 2, {
        7: struct({ 1: i32(dictionary.entries), 2: i32(encodings.plain) }),
      });
    }
    const data = sink.length;
    const nulls = values - leaf.size;
    const page = this.#page;
    page.length = 0;
    this.#repetition.write(page);
    this.#definition.write(page);
    const encoding = leaf.writeValues(page);
    rawBytes += writePage(sink, page.contents(), codec, 0, {
      5: struct({ 1: i32(values), 2: i32(encoding), 3: i32(encodings.rle), 4: i32(encodings.rle) }),
    });
    const bounds = leaf.bounds();
    leaf.clear();
    return {
      physicalType: leaf.physicalType,
      encodings:
        dictionary === undefined ? [encoding, encodings.rle] : [encodings.plain, encodings.rle, encoding],
      values,
      nulls,
      ...(dictionary === undefined ? {} : { dictionaryOffset: first - start }),
      dataOffset: data - start,
      bytes: sink.length - first,
      rawBytes,
      ...(bounds === undefined ? {} : { min: base64(bounds.min), max: base64(bounds.max) }),
    };
  }
}

/** Writes a page with its header; returns the bytes that it would have without compression. */
function writePage(
  sink: ByteSink,
  content: Uint8Array,
  codec: Codec,
  type: number,
  typeHeader: Parameters<typeof thriftBytes>[0],
): number {
  const compressed = codec.compress(content);
  const header = thriftBytes({
    1: i32(type),
    2: i32(content.length),
    3: i32(compressed.length),
    ...typeHeader,
  });
  sink.append(header);
  sink.append(compressed);
  return header.length + content.length;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
