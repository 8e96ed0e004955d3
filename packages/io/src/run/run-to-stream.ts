import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { CoreErrorCode } from '@synth/core';
import { SynthError, systemClock } from '@synth/core';
import { chooseExecutor } from '../workers/choose-executor';
import { EarlyThreads } from '../workers/early-threads';
import type { OutputFile } from '../formats/format';
import type { WrittenFile } from './file-writer';
import { outputError } from './output-error';
import { passesOf } from './passes';
import { Progress } from './progress';
import { defineRun } from './run-definition';
import { expectedRowsOf } from './run-files';
import { RunFolder } from './run-folder';
import type { RunOptions, RunSettings } from './run-options';
import { parseSettings } from './run-options';

/** Options of {@link runToStream}: those of a run of one table in one format. */
export interface StreamRunOptions extends Omit<
  RunOptions,
  'out' | 'parts' | 'order' | 'overwrite' | 'dryRun' | 'sinks' | 'sections'
> {
  /** Where the bytes go: `process.stdout`, a pipe, a socket. It is left open. */
  readonly stream: Writable;
}

/** What went to a stream. */
export interface StreamRun extends WrittenFile {
  readonly status: 'complete' | 'interrupted';
}

/**
 * Writes the one file of a run to a stream, as fast as its reader takes it. There is no manifest, and nothing to resume.
 *
 * @throws SynthError `CONFIG_INVALID` unless there is one file; `OUTPUT_CLOSED` when the reader goes away; else as run
 */
export async function runToStream({ stream, ...rest }: StreamRunOptions): Promise<StreamRun> {
  const options: RunOptions = { ...rest, out: 'stream' };
  const settings = parseSettings(options);
  const threads = new EarlyThreads(options);
  try {
    return await runInto(stream, options, settings, threads);
  } finally {
    await threads.end();
  }
}

async function runInto(
  stream: Writable,
  options: RunOptions,
  settings: RunSettings,
  threads: EarlyThreads,
): Promise<StreamRun> {
  const { clock = systemClock, signal, onEvent, ports = {}, workers } = options;
  const started = clock.now();
  const { run, description } = defineRun(options, settings);
  const [only, ...others] = run.files;
  if (only === undefined || others.length > 0) throw notOne(run.files.map(({ file }) => file.path));
  if (goesBack(only.file)) throw notInOrder(only.format);

  const passes = passesOf(run, undefined);
  const { executor } = chooseExecutor(run, {
    passes,
    // Nothing is written there: parts alone are.
    folder: new RunFolder(options.out),
    ports,
    threads,
    ...(workers === undefined ? {} : { workers }),
    ...(signal === undefined ? {} : { signal }),
  });
  const progress = new Progress(
    description.tables,
    {
      expectedRows: description.tables.reduce(
        (sum, table) => sum + (expectedRowsOf(run.plan)[table] ?? 0),
        0,
      ),
      allBlocks: passes.ordered.blocks.length,
      workers: executor.workers,
    },
    clock,
    started,
    onEvent,
  );
  const output = new StreamOutput(stream);
  const assembler = only.file.assembler();
  progress.tell({ type: 'run-started', dataset: run.dataset.name, out: '-', tables: description.tables });
  let rows = 0;
  try {
    await output.write([assembler.start()]);
    for await (const piece of executor.ordered(passes.ordered, 0)) {
      if (piece.kind === 'chunk') {
        rows += piece.chunk.rows;
        await output.write(assembler.append(piece.chunk, output.bytes));
        continue;
      }
      const block = passes.ordered.blocks[piece.block]!;
      progress.add(piece.rows);
      progress.setBytes('stream', output.bytes);
      progress.tell({ type: 'block-done', stage: block.stage, block: block.index });
    }
    if (progress.isDone) {
      await output.write(assembler.end(output.bytes).bytes ?? []);
    }
  } finally {
    await executor.close();
    output.close();
  }
  const status = progress.isDone ? 'complete' : 'interrupted';
  progress.tell({ type: 'run-finished', status });
  return { status, rows, bytes: output.bytes, sha256: output.sha256() };
}

/** Whether a file without rows, and so any, has its head written again at the end. */
function goesBack(file: OutputFile): boolean {
  const assembler = file.assembler();
  return (assembler.end(assembler.start().length).patches ?? []).length > 0;
}

/** Writes to a stream no faster than it is read, and hashes. */
class StreamOutput {
  readonly #stream: Writable;
  readonly #hash = createHash('sha256');
  #error: unknown;
  bytes = 0;
  readonly #onError = (error: unknown): void => {
    this.#error ??= error;
  };

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', this.#onError);
  }

  async write(pieces: Iterable<Uint8Array>): Promise<void> {
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      this.#hash.update(piece);
      this.bytes += piece.length;
      try {
        if (this.#stream.destroyed) throw this.#error ?? gone();
        // A stream may hold what it takes for long, and the piece's buffer is used again.
        if (!this.#stream.write(Buffer.from(piece))) await this.#drained();
      } catch (error) {
        this.#error ??= error;
      }
      if (this.#error !== undefined) throw outputError(this.#error, 'the output stream');
    }
  }

  async #drained(): Promise<void> {
    const settled = new AbortController();
    const { signal } = settled;
    try {
      const closed = once(this.#stream, 'close', { signal }).then(() => Promise.reject(gone()));
      await Promise.race([once(this.#stream, 'drain', { signal }), closed]);
    } finally {
      settled.abort();
    }
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }

  close(): void {
    this.#stream.off('error', this.#onError);
  }
}

const gone = (): Error => Object.assign(new Error('closed'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });

const notOne = (files: readonly string[]): SynthError<CoreErrorCode> =>
  new SynthError({
    code: 'CONFIG_INVALID',
    message: `a stream takes one file, and these would be ${files.length}: ${files.join(', ')}`,
    field: 'tables',
    value: files,
    allowed: 'one table in one format',
    remedy: 'choose one table (--tables) and one format (--format)',
  });

const notInOrder = (format: string): SynthError<CoreErrorCode> =>
  new SynthError({
    code: 'CONFIG_INVALID',
    message: `${format} goes back to the head of its file at the end, which a stream cannot`,
    field: 'formats',
    value: format,
    allowed: 'a format that is written front to back: csv, jsonl, parquet',
  });
