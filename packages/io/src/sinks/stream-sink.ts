import type { Writable } from 'node:stream';
import type { Batch, Sink, SinkContext, TableSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';
import type { BlockEncoder, FileAssembler, OutputFormat } from '../formats/format';
import { reasonOf } from './sink-error';

export interface StreamSinkOptions {
  /** `process.stdout`, a socket, ... It is not ended. */
  readonly stream: Writable;
  /** A format whose files are written front to back: `csv`, `jsonl`, their `.gz`, `parquet`. */
  readonly format: OutputFormat;
  /** The format's options. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The dataset's name. */
  readonly dataset?: string;
}

/**
 * Writes one table to a stream, in a format: what `-` stands for in the place of a folder. Batches of other tables are
 * passed over.
 *
 * @throws SynthError `FORMAT_UNSUITED` from `open`, where there is more than one table or the file wants patches at its
 *   end; `OUTPUT_CLOSED` where the reader went away
 */
export function streamSink({ stream, format, options = {}, dataset = '' }: StreamSinkOptions): Sink {
  let file:
    { readonly encoder: BlockEncoder; readonly assembler: FileAssembler; readonly table: string } | undefined;
  let offset = 0;
  let broken: Error | undefined;
  stream.on('error', (error) => (broken = error));

  const write = async (pieces: Iterable<Uint8Array>): Promise<void> => {
    for (const bytes of pieces) {
      if (broken !== undefined) throw closed(broken);
      offset += bytes.length;
      await new Promise<void>((resolve, reject) => {
        stream.write(bytes, (error) => (error ? reject(closed(error)) : resolve()));
      });
    }
  };

  return {
    name: 'stream',
    async open(tables: readonly TableSpec[]) {
      const files = format.files(tables, { dataset, expectedRows: {}, options });
      const [first, ...others] = files;
      if (first === undefined || others.length > 0 || first.tables.length !== 1)
        throw unsuited(format, files.length);
      file = { encoder: first.encoder(), assembler: first.assembler(), table: first.tables[0]! };
      // A file that is patched when it ends says so of an empty one, too.
      if ((first.assembler().end(0).patches ?? []).length > 0) throw unsuited(format, 1);
      await write([file.assembler.start()]);
    },
    async write(batch: Batch, context?: SinkContext) {
      context?.signal?.throwIfAborted();
      if (file === undefined || batch.table !== file.table) return;
      for (const chunk of file.encoder.encode(batch)) await write(file.assembler.append(chunk, offset));
    },
    async flush() {
      for (const chunk of file?.encoder.finish() ?? []) await write(file!.assembler.append(chunk, offset));
    },
    async close() {
      if (file === undefined) return;
      const { encoder, assembler } = file;
      file = undefined;
      if (broken !== undefined) return;
      for (const chunk of encoder.finish()) await write(assembler.append(chunk, offset));
      await write(assembler.end(offset).bytes ?? []);
    },
  };
}

function closed(cause: Error): SynthError<IoErrorCode> {
  return new SynthError({
    code: 'OUTPUT_CLOSED',
    message: `the output was closed: ${reasonOf(cause)}`,
    field: 'stream',
    cause,
  });
}

function unsuited(format: OutputFormat, files: number): SynthError<IoErrorCode> {
  const why = files === 1 ? 'is patched when it ends' : `would be ${files} files`;
  return new SynthError({
    code: 'FORMAT_UNSUITED',
    message: `${format.name} cannot be written to a stream: it ${why}`,
    field: 'format',
    value: format.name,
    allowed: 'one table, as csv, jsonl or parquet',
    remedy: 'choose one table and another format, or write to a folder',
  });
}
