import type { Batch } from '@synth/core';
import { valueAt } from '@synth/core';
import type { BlockEncoder, EncodedChunk, FileAssembler, OutputFile } from '../format';
import { npyHeader } from '../numpy/npy-header';
import type { IdColumn } from '../role-columns';
import { packMeta, unpackMeta } from '../numpy/packed-meta';

interface IdsMeta {
  /** Code points of the longest id. */
  readonly width: number;
  /** The ids as a JSON array, packed. */
  readonly ids: string;
}

/**
 * The ids of a table as a NumPy array of Unicode texts. All elements have the width of the longest, which is known at
 * the end: until then the file is empty and the chunks' metas hold the ids.
 */
export function idArrayFile(path: string, ids: IdColumn): OutputFile {
  return {
    path,
    tables: [ids.table],
    splittable: false,
    encoder: () => idEncoder(ids),
    assembler: idAssembler,
  };
}

function idEncoder({ table, column }: IdColumn): BlockEncoder {
  let texts: string[] = [];
  return {
    encode(batch: Batch): readonly EncodedChunk[] {
      const values = batch.columns[column]!;
      if (batch.table === table) {
        for (let i = 0; i < batch.rows; i++) texts.push(String(valueAt(values, i)));
      }
      return [];
    },
    finish(): readonly EncodedChunk[] {
      if (texts.length === 0) return [];
      const width = texts.reduce((widest, text) => Math.max(widest, Array.from(text).length), 0);
      const meta: IdsMeta = { width, ids: packMeta(Buffer.from(JSON.stringify(texts), 'utf8')) };
      const rows = texts.length;
      texts = [];
      return [{ bytes: new Uint8Array(0), rows, meta }];
    },
  };
}

function idAssembler(): FileAssembler {
  const blocks: IdsMeta[] = [];
  let rows = 0;
  return {
    start: () => new Uint8Array(0),
    append(chunk) {
      blocks.push(chunk.meta as IdsMeta);
      rows += chunk.rows;
      return [];
    },
    end() {
      const width = blocks.reduce((widest, block) => Math.max(widest, block.width), 1);
      return { bytes: idArray(blocks, rows, width) };
    },
  };
}

function* idArray(blocks: readonly IdsMeta[], rows: number, width: number): Generator<Uint8Array> {
  yield npyHeader(`<U${width}`, [rows]);
  for (const block of blocks) {
    const ids = JSON.parse(Buffer.from(unpackMeta(block.ids)).toString('utf8')) as string[];
    const codes = new Uint32Array(ids.length * width);
    ids.forEach((id, row) =>
      Array.from(id).forEach((point, i) => (codes[row * width + i] = point.codePointAt(0)!)),
    );
    yield new Uint8Array(codes.buffer);
  }
}
