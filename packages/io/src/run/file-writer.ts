import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sha256OfFile } from '../manifest/sha256-of-file';
import type { EncodedChunk, FileAssembler, OutputFile } from '../formats/format';

/** A file that is whole. */
export interface WrittenFile {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a file front to back, hashing as it goes. */
export class FileWriter {
  readonly #path: string;
  readonly #assembler: FileAssembler;
  readonly #hash: Hash = createHash('sha256');
  #handle: FileHandle | undefined;
  #rows = 0;
  #bytes = 0;

  constructor(path: string, file: OutputFile) {
    this.#path = path;
    this.#assembler = file.assembler();
  }

  get bytes(): number {
    return this.#bytes;
  }

  async open(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    this.#handle = await open(this.#path, 'w');
    await this.#write([this.#assembler.start()]);
  }

  async append(chunks: readonly EncodedChunk[]): Promise<void> {
    for (const chunk of chunks) {
      this.#rows += chunk.rows;
      await this.#write(this.#assembler.append(chunk, this.#bytes));
    }
  }

  /** Writes what is left and makes sure of it on the disk. */
  async finish(): Promise<WrittenFile> {
    const { bytes, patches = [] } = this.#assembler.end(this.#bytes);
    if (bytes !== undefined) await this.#write(bytes);
    for (const patch of patches) {
      await this.#handle!.write(patch.bytes, 0, patch.bytes.length, patch.offset);
    }
    await this.#handle!.sync();
    await this.close();
    return {
      rows: this.#rows,
      bytes: this.#bytes,
      // What was patched had been hashed before.
      sha256: patches.length > 0 ? await sha256OfFile(this.#path) : this.#hash.digest('hex'),
    };
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #write(pieces: Iterable<Uint8Array>): Promise<void> {
    for (const piece of pieces) {
      if (piece.length === 0) continue;
      this.#hash.update(piece);
      for (let done = 0; done < piece.length;) {
        done += (await this.#handle!.write(piece, done)).bytesWritten;
      }
      this.#bytes += piece.length;
    }
  }
}
