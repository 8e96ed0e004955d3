import type { Batch, Block } from '@synth/core';
import type { BlockEncoder, EncodedChunk } from '../formats/format';
import type { RunFile } from './run-files';

/** A block, made and encoded. */
export interface MadeBlock {
  readonly block: Block;
  /** Rows by table. */
  readonly rows: Record<string, number>;
  /** By file, as the run numbers them; undefined for files that take nothing of the stage. */
  readonly chunks: readonly (readonly EncodedChunk[] | undefined)[];
}

/** Encodes the batches of blocks, one block after the other, for every file that takes them. */
export class BlockAssembly {
  readonly #files: readonly RunFile[];
  readonly #encoders: (BlockEncoder | undefined)[];
  #chunks: (EncodedChunk[] | undefined)[] = [];
  #rows: Record<string, number> = {};
  #takers = new Map<string, readonly number[]>();

  constructor(files: readonly RunFile[]) {
    this.#files = files;
    this.#encoders = files.map(() => undefined);
  }

  begin(block: Block): void {
    const tables = block.tables ?? [];
    this.#rows = Object.fromEntries(tables.map((table) => [table, 0]));
    this.#chunks = this.#files.map(({ file }) =>
      file.tables.some((table) => tables.includes(table)) ? [] : undefined,
    );
  }

  add(batch: Batch): void {
    this.#rows[batch.table] = (this.#rows[batch.table] ?? 0) + batch.rows;
    for (const index of this.#takersOf(batch.table)) {
      for (const chunk of this.#encoder(index).encode(batch)) this.#chunks[index]!.push(chunk);
    }
  }

  end(block: Block): MadeBlock {
    this.#chunks.forEach((chunks, index) => chunks?.push(...this.#encoder(index).finish()));
    return { block, rows: this.#rows, chunks: this.#chunks };
  }

  #takersOf(table: string): readonly number[] {
    let takers = this.#takers.get(table);
    if (takers === undefined) {
      takers = this.#files.flatMap(({ file }, index) => (file.tables.includes(table) ? [index] : []));
      this.#takers.set(table, takers);
    }
    return takers;
  }

  #encoder(index: number): BlockEncoder {
    return (this.#encoders[index] ??= this.#files[index]!.file.encoder());
  }
}
