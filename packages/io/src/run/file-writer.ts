import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EncodedChunk, FileAssembler, OutputFile } from '../formats/format';
import { sha256OfFile } from '../manifest/sha256-of-file';
import { makeFolder } from './make-folder';
import { Writeback } from './writeback';

/** A file that is whole. */
export interface WrittenFile {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** SHA-256 of the digests of what the chunks hold, where bytes depend on the version of a compressor. */
  readonly content?: string;
}

/** How far a file was when a block was in it: enough to check what is there, and to go on from there. */
export interface FileMark {
  /** Bytes of the file so far. */
  readonly bytes: number;
  /** SHA-256 of these. */
  readonly sha256: string;
  readonly chunks: readonly ChunkMark[];
}

/** A chunk that is in the file. */
interface ChunkMark extends Omit<EncodedChunk, 'bytes'> {
  /** What it takes in the file. */
  readonly length: number;
}

const noBytes = new Uint8Array(0);
const readBytes = 1 << 20;

/** Writes a file front to back, block by block, hashing as it goes. */
export class FileWriter {
  readonly #path: string;
  readonly #assembler: FileAssembler;
  #handle: FileHandle | undefined;
  #writeback: Writeback | undefined;
  #hash: Hash = createHash('sha256');
  #chunks: ChunkMark[] = [];
  #rows = 0;
  #content: Hash | undefined;
  #bytes = 0;
  /** Marks of an earlier run that hold, and the hash at each. */
  #held: readonly { readonly mark: FileMark; readonly hash: Hash }[] = [];

  constructor(path: string, file: OutputFile) {
    this.#path = path;
    this.#assembler = file.assembler();
  }

  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Opens the file and checks how much of what an earlier run marked is there. {@link rewind} comes next.
   *
   * @returns the number of marks that hold
   */
  async open(marks: readonly FileMark[]): Promise<number> {
    await makeFolder(dirname(this.#path));
    this.#handle = await open(this.#path, constants.O_RDWR | constants.O_CREAT);
    this.#writeback = new Writeback(this.#handle);
    // The first bytes may have been patched by an earlier run that was stopped late.
    await this.#write([this.#assembler.start()]);
    this.#held = await this.#check(marks);
    return this.#held.length;
  }

  /** Goes to where a number of marks hold; what lies behind is cut off. */
  async rewind(count: number): Promise<void> {
    const last = this.#held[count - 1];
    if (last !== undefined) this.#hash = last.hash.copy();
    for (const { mark } of this.#held.slice(0, count)) {
      for (const { length, ...chunk } of mark.chunks) {
        // An assembler goes by rows and meta: the bytes are in the file.
        this.#assembler.append({ ...chunk, bytes: noBytes }, this.#bytes);
        this.#bytes += length;
        this.#count(chunk);
      }
    }
    this.#held = [];
    await this.#handle!.truncate(this.#bytes);
  }

  async append(chunk: EncodedChunk): Promise<void> {
    const before = this.#bytes;
    await this.#write(this.#assembler.append(chunk, before));
    const { bytes: _bytes, ...rest } = chunk;
    this.#chunks.push({ ...rest, length: this.#bytes - before });
    this.#count(chunk);
    this.#writeback!.grown(this.#bytes);
  }

  /** Marks the end of a block. */
  mark(): FileMark {
    const chunks = this.#chunks;
    this.#chunks = [];
    return { bytes: this.#bytes, sha256: this.#hash.copy().digest('hex'), chunks };
  }

  /** Writes what is left and makes sure of it on the disk. */
  async finish(): Promise<WrittenFile> {
    const { bytes = [], patches = [] } = this.#assembler.end(this.#bytes);
    await this.#write(bytes);
    for (const patch of patches) {
      await this.#handle!.write(patch.bytes, 0, patch.bytes.length, patch.offset);
    }
    await this.#writeback!.end();
    await this.#handle!.sync();
    await this.close();
    return {
      rows: this.#rows,
      bytes: this.#bytes,
      // What was patched had been hashed before.
      sha256: patches.length > 0 ? await sha256OfFile(this.#path) : this.#hash.digest('hex'),
      ...(this.#content === undefined ? {} : { content: this.#content.digest('hex') }),
    };
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  #count({ rows, digest }: Pick<EncodedChunk, 'rows' | 'digest'>): void {
    this.#rows += rows;
    if (digest !== undefined) (this.#content ??= createHash('sha256')).update(digest);
  }

  async #check(marks: readonly FileMark[]): Promise<{ mark: FileMark; hash: Hash }[]> {
    const hash = this.#hash.copy();
    const held: { mark: FileMark; hash: Hash }[] = [];
    let from = this.#bytes;
    for (const mark of marks) {
      if (!(await this.#read(from, mark.bytes, (piece) => hash.update(piece)))) break;
      if (hash.copy().digest('hex') !== mark.sha256) break;
      held.push({ mark, hash: hash.copy() });
      from = mark.bytes;
    }
    return held;
  }

  /** Reads [from, to); false where the file ends before. */
  async #read(from: number, to: number, take: (piece: Uint8Array) => void): Promise<boolean> {
    const buffer = Buffer.allocUnsafe(Math.min(readBytes, Math.max(0, to - from)));
    for (let at = from; at < to;) {
      const { bytesRead } = await this.#handle!.read(buffer, 0, Math.min(buffer.length, to - at), at);
      if (bytesRead === 0) return false;
      take(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
    return true;
  }

  async #write(pieces: Iterable<Uint8Array>): Promise<void> {
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      // The system writes while this thread hashes.
      const writing = writeAll(this.#handle!, piece, this.#bytes);
      this.#hash.update(piece);
      await writing;
      this.#bytes += piece.length;
    }
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
