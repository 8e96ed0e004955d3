import { createHash } from 'node:crypto';
import type { Batch, TableSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import type { BlockEncoder, EncodedChunk } from '../format';
import { ByteSink } from './byte-sink';
import type { Codec } from './codec';
import { hashed } from './codec';
import type { ColumnChunkMeta } from './column-chunk';
import { ColumnChunk } from './column-chunk';
import type { ColumnShape } from './column-shape';

/** What the footer says of a row group. */
export interface RowGroupMeta {
  readonly columns: readonly ColumnChunkMeta[];
}

/** A block with more rows becomes several row groups. */
const rowGroupRows = 1 << 18;

/** Encodes a block as a row group. */
export class RowGroupEncoder implements BlockEncoder {
  readonly #table: string;
  readonly #codec: Codec;
  readonly #columns: readonly { readonly name: string; readonly chunk: ColumnChunk }[];
  readonly #sink = new ByteSink(1 << 16);
  #rows = 0;

  constructor(table: TableSpec, shapes: readonly ColumnShape[], codec: Codec) {
    this.#table = table.name;
    this.#codec = codec;
    this.#columns = shapes.map((shape) => ({ name: shape.name, chunk: new ColumnChunk(shape) }));
  }

  encode(batch: Batch): readonly EncodedChunk[] {
    const chunks: EncodedChunk[] = [];
    for (let start = 0; start < batch.rows;) {
      const end = Math.min(batch.rows, start + rowGroupRows - this.#rows);
      for (const { name, chunk } of this.#columns) {
        const column = batch.columns[name];
        if (column === undefined) throw this.#missing(name);
        chunk.add(column, start, end);
      }
      this.#rows += end - start;
      if (this.#rows === rowGroupRows) chunks.push(this.#rowGroup());
      start = end;
    }
    return chunks;
  }

  finish(): readonly EncodedChunk[] {
    return this.#rows === 0 ? [] : [this.#rowGroup()];
  }

  #rowGroup(): EncodedChunk {
    const sink = this.#sink;
    sink.length = 0;
    const content = this.#codec.varies ? createHash('sha256') : undefined;
    const codec = content === undefined ? this.#codec : hashed(this.#codec, content);
    const columns = this.#columns.map(({ chunk }) => chunk.write(sink, 0, codec));
    const rows = this.#rows;
    this.#rows = 0;
    return {
      bytes: Uint8Array.from(sink.contents()),
      rows,
      meta: { columns } satisfies RowGroupMeta,
      ...(content === undefined ? {} : { digest: content.digest('hex') }),
    };
  }

  #missing(column: string): SynthError<IoErrorCode> {
    return new SynthError({
      code: 'BATCH_INVALID',
      message: `a batch of ${this.#table} has no column ${column}`,
      field: `${this.#table}.${column}`,
      allowed: 'every column of the table spec',
    });
  }
}
