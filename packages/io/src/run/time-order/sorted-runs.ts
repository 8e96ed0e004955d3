import { serialize } from 'node:v8';
import type { Batch } from '@synth/core';
import type { BlockEncoder, EncodedChunk, FileAssembler, OutputFile } from '../../formats/format';
import { takeRows } from './take-rows';
import { timesOf } from './time-column';

/** Rows of a piece: what is in memory of each run while runs are merged. */
const pieceRows = 2048;

/** A piece of a run in its file. */
export interface RunPiece {
  readonly offset: number;
  readonly length: number;
}

/** The pieces of a run, in order. */
export type SortedRun = readonly RunPiece[];

/** The blocks of a table, each sorted by time, in one file that lives until they are merged. */
export class SortedRuns implements OutputFile {
  readonly path: string;
  readonly tables: readonly string[];
  readonly splittable = false;
  readonly column: string;
  #runs: RunPiece[][] = [];

  constructor(table: string, column: string) {
    this.path = `${table}.runs`;
    this.tables = [table];
    this.column = column;
  }

  /** The runs that the last assembler saw, one a block. */
  get runs(): readonly SortedRun[] {
    return this.#runs;
  }

  encoder(): BlockEncoder {
    return new RunEncoder(this.column);
  }

  assembler(): FileAssembler {
    const runs: RunPiece[][] = [];
    this.#runs = runs;
    return {
      start: () => new Uint8Array(0),
      append({ bytes, meta }, offset) {
        const { isFirst, length } = meta as PieceMeta;
        if (isFirst) runs.push([]);
        runs.at(-1)!.push({ offset, length });
        return [bytes];
      },
      end: () => ({}),
    };
  }
}

interface PieceMeta {
  readonly isFirst: boolean;
  readonly length: number;
}

class RunEncoder implements BlockEncoder {
  readonly #column: string;
  #batches: Batch[] = [];

  constructor(column: string) {
    this.#column = column;
  }

  encode(batch: Batch): readonly EncodedChunk[] {
    if (batch.rows > 0) this.#batches.push(batch);
    return [];
  }

  finish(): readonly EncodedChunk[] {
    const batches = this.#batches;
    this.#batches = [];
    const total = batches.reduce((sum, batch) => sum + batch.rows, 0);
    const sources = new Int32Array(total);
    const rows = new Int32Array(total);
    const times = new Float64Array(total);
    let at = 0;
    batches.forEach((batch, source) => {
      times.set(timesOf(batch, this.#column), at);
      for (let row = 0; row < batch.rows; row++, at++) {
        sources[at] = source;
        rows[at] = row;
      }
    });
    // Rows of equal times keep their order.
    const order = Int32Array.from(times, (_, i) => i).sort((a, b) => compare(times[a]!, times[b]!) || a - b);
    const chunks: EncodedChunk[] = [];
    for (let start = 0; start < total; start += pieceRows) {
      const piece = order.subarray(start, start + pieceRows);
      const batch = takeRows({
        batches,
        sources: piece.map((i) => sources[i]!),
        rows: piece.map((i) => rows[i]!),
      });
      chunks.push(pieceChunk(batch, start === 0));
    }
    return chunks;
  }
}

/** Ascending; infinities equal themselves. */
export const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** A piece of a run as bytes. */
export function pieceChunk(batch: Batch, isFirst: boolean): EncodedChunk {
  const bytes = new Uint8Array(serialize(batch));
  return { bytes, rows: batch.rows, meta: { isFirst, length: bytes.length } satisfies PieceMeta };
}
