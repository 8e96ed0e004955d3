import type { Batch, TableSpec } from '@synth/core';

/** Some encoded rows of one file. `meta` survives a structured clone and JSON. */
export interface EncodedChunk {
  /** The only view of its buffer. */
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** What the assembler needs to know of the bytes: offsets of column chunks, statistics, ... */
  readonly meta?: unknown;
  /**
   * SHA-256 of the content, where `bytes` may differ between versions of Node (compressed by its zlib): the digests in
   * order say whether two files hold the same.
   */
  readonly digest?: string;
}

/**
 * Encodes the batches of one block for one file, in the worker that made them. One encoder serves many blocks, one
 * after the other; what it keeps between blocks are caches only, so that bytes depend on the block alone.
 */
export interface BlockEncoder {
  /** Takes a batch of any of the file's tables; returns the chunks that became full. */
  encode(batch: Batch): readonly EncodedChunk[];
  /** Ends the block: the chunks that are left. */
  finish(): readonly EncodedChunk[];
  /** Takes back the buffer of a chunk of its own that is written, to use it again. */
  recycle?(buffer: ArrayBufferLike): void;
}

/** What remains to write when the last chunk is in place. */
export interface FileEnd {
  /** Bytes to append, piece by piece: a generator, where they may be many. */
  readonly bytes?: Iterable<Uint8Array>;
  /** Bytes to overwrite at an offset: a row count in a header. */
  readonly patches?: readonly { readonly offset: number; readonly bytes: Uint8Array }[];
}

/**
 * Puts the chunks of one file (or part file) together, in block order, where the file is written. Its state is a
 * function of the chunks' rows and meta, so that a resumed run replays those and goes on.
 */
export interface FileAssembler {
  /** The file's first bytes. */
  start(): Uint8Array;
  /** Bytes to append for a chunk that begins at `offset`: its own, as they are or framed. */
  append(chunk: EncodedChunk, offset: number): readonly Uint8Array[];
  end(offset: number): FileEnd;
}

/** A file that a format makes out of a run. */
export interface OutputFile {
  /** Relative to the run's folder, with `/`: `interactions.csv`. */
  readonly path: string;
  /** The tables whose batches it takes. */
  readonly tables: readonly string[];
  /** Whether `--parts` may split it: `OUT/<stem>/part-00000-of-00016.<ext>`. */
  readonly splittable: boolean;
  encoder(): BlockEncoder;
  assembler(): FileAssembler;
}

/** What a format knows of the run. */
export interface FormatContext {
  /** The dataset's name. */
  readonly dataset: string;
  /** Expected or exact rows by table. */
  readonly expectedRows: Readonly<Record<string, number>>;
  /** Options of this format, as JSON. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A way to write tables. */
export interface OutputFormat {
  /** As `--format` names it. */
  readonly name: string;
  /** One line, for `synth list`. */
  readonly description: string;
  /** The files it makes of these tables. Small files of fixed text (a yaml beside the data) are files without tables. */
  files(tables: readonly TableSpec[], context: FormatContext): readonly OutputFile[];
}
