import { crc32 } from 'node:zlib';
import type { EncodedChunk, FileAssembler, FileEnd } from '../format';
import { crc32Combine } from './crc32-combine';
import { npyHeader, patchedHeaderBytes } from './npy-header';
import { zipDirectory, zipLocalHeader } from './zip';

/** An array that is written when the file ends. */
export interface NpzArray {
  readonly name: string;
  readonly descr: string;
  readonly shape: readonly number[];
  /** The elements' bytes. Asked for twice: for the checksum, and to write them. */
  bytes(): Iterable<Uint8Array>;
}

/** What a chunk of the streamed array says. */
export interface NpzChunkMeta {
  readonly crc: number;
  readonly bytes: number;
}

/** The archive's first array, which comes in chunks; the others come when the file ends. */
export interface NpzPlan<Meta extends NpzChunkMeta> {
  readonly name: string;
  readonly descr: string;
  readonly elementBytes: number;
  add(meta: Meta): void;
  /** The shape of the streamed array and the other arrays, when there is nothing more to add. */
  end(elements: number): { readonly shape: readonly number[]; readonly arrays: readonly NpzArray[] };
}

/**
 * Writes a NumPy archive in constant memory: a ZIP file of `.npy` files. One array is streamed, behind headers that
 * are patched when its length is known.
 */
export class NpzAssembler<Meta extends NpzChunkMeta> implements FileAssembler {
  readonly #plan: NpzPlan<Meta>;
  readonly #member: string;
  #bytes = 0;
  #crc = 0;

  constructor(plan: NpzPlan<Meta>) {
    this.#plan = plan;
    this.#member = `${plan.name}.npy`;
  }

  start(): Uint8Array {
    return this.#front(0, [0]);
  }

  append(chunk: EncodedChunk): readonly Uint8Array[] {
    const meta = chunk.meta as Meta;
    this.#crc = crc32Combine(this.#crc, meta.crc, meta.bytes);
    this.#bytes += meta.bytes;
    this.#plan.add(meta);
    return [chunk.bytes];
  }

  end(offset: number): FileEnd {
    const { shape, arrays } = this.#plan.end(this.#bytes / this.#plan.elementBytes);
    const header = npyHeader(this.#plan.descr, shape, patchedHeaderBytes);
    const crc = crc32Combine(crc32(header), this.#crc, this.#bytes);
    const streamed = { name: this.#member, crc, size: header.length + this.#bytes, offset: 0 };
    return {
      bytes: endOfArchive(streamed, arrays, offset),
      patches: [{ offset: 0, bytes: this.#front(crc, shape) }],
    };
  }

  #front(crc: number, shape: readonly number[]): Uint8Array {
    const header = npyHeader(this.#plan.descr, shape, patchedHeaderBytes);
    const local = zipLocalHeader({ name: this.#member, crc, size: header.length + this.#bytes });
    return new Uint8Array(Buffer.concat([local, header]));
  }
}

function* endOfArchive(
  streamed: Parameters<typeof zipDirectory>[0][number],
  arrays: readonly NpzArray[],
  offset: number,
): Generator<Uint8Array> {
  const members = [streamed];
  let at = offset;
  for (const array of arrays) {
    const header = npyHeader(array.descr, array.shape);
    let crc = crc32(header);
    let size = header.length;
    for (const bytes of array.bytes()) {
      crc = crc32(bytes, crc);
      size += bytes.length;
    }
    const member = { name: `${array.name}.npy`, crc, size, offset: at };
    const local = zipLocalHeader(member);
    yield local;
    yield header;
    yield* array.bytes();
    members.push(member);
    at += local.length + size;
  }
  yield zipDirectory(members, at);
}
