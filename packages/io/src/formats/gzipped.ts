import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { BlockEncoder, EncodedChunk, OutputFile, OutputFormat } from './format';

/**
 * A format whose files are compressed by gzip: one member a chunk, so that workers compress. Readers see one stream.
 * The bytes may differ between versions of zlib, that is of Node; the chunks' digests, of what they hold, do not.
 */
export function gzipped(format: OutputFormat): OutputFormat {
  return {
    name: `${format.name}.gz`,
    description: `${format.description}, compressed by gzip`,
    files: (tables, context) => format.files(tables, context).map(gzippedFile),
  };
}

function gzippedFile(file: OutputFile): OutputFile {
  return {
    ...file,
    path: `${file.path}.gz`,
    encoder: () => gzippedEncoder(file.encoder()),
    assembler: () => {
      const inner = file.assembler();
      return {
        start: () => gzip(inner.start()),
        append: (chunk) => [chunk.bytes],
        end: () => ({}),
      };
    },
  };
}

function gzippedEncoder(inner: BlockEncoder): BlockEncoder {
  const packed = (chunk: EncodedChunk): EncodedChunk => ({
    ...chunk,
    bytes: gzip(chunk.bytes),
    digest: createHash('sha256').update(chunk.bytes).digest('hex'),
  });
  return {
    encode: (batch) => inner.encode(batch).map(packed),
    finish: () => inner.finish().map(packed),
  };
}

const gzip = (bytes: Uint8Array): Uint8Array =>
  bytes.length === 0 ? bytes : Uint8Array.from(gzipSync(bytes));
