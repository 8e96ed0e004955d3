import type { Hash } from 'node:crypto';
import * as zlib from 'node:zlib';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../../errors/codes';
import { Snappy } from './snappy';

/** The codecs that a file may be compressed by. */
export const codecNames = ['snappy', 'zstd', 'gzip', 'none'] as const;

export type CodecName = (typeof codecNames)[number];

/** Compresses the pages of a file. */
export interface Codec {
  /** Its number in Parquet's metadata. */
  readonly id: number;
  /** Whether the compressed bytes may differ between versions of Node. */
  readonly varies: boolean;
  /** The compressed bytes, as a view until the next call. */
  compress(bytes: Uint8Array): Uint8Array;
}

/**
 * A codec with a state of its own.
 *
 * @throws SynthError `FORMAT_UNSUITED` for zstd on a Node without it (before 22.15)
 */
export function codecOf(name: CodecName): Codec {
  switch (name) {
    case 'snappy': {
      const snappy = new Snappy();
      return { id: 1, varies: false, compress: (bytes) => snappy.compress(bytes) };
    }
    case 'gzip':
      return { id: 2, varies: true, compress: (bytes) => zlib.gzipSync(bytes) };
    case 'zstd': {
      const compress = zstd();
      return { id: 6, varies: true, compress: (bytes) => compress(bytes) };
    }
    default:
      return { id: 0, varies: false, compress: (bytes) => bytes };
  }
}

/** A codec that tells a hash what it compresses. */
export const hashed = (codec: Codec, hash: Hash): Codec => ({
  ...codec,
  compress(bytes) {
    hash.update(bytes);
    return codec.compress(bytes);
  },
});

function zstd(): (bytes: Uint8Array) => Uint8Array {
  const { zstdCompressSync } = zlib as { zstdCompressSync?: (bytes: Uint8Array) => Uint8Array };
  if (zstdCompressSync !== undefined) return zstdCompressSync;
  throw new SynthError<IoErrorCode>({
    code: 'FORMAT_UNSUITED',
    message: `this Node (${process.version}) has no zstd`,
    field: 'codec',
    value: 'zstd',
    allowed: 'snappy, gzip, none; zstd from Node 22.15 on',
    remedy: 'take snappy, or a newer Node',
  });
}
