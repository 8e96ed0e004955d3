import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readError } from './read-error';

/**
 * The bytes of a file, unpacked where its first bytes are those of gzip, whatever its name.
 *
 * @throws SynthError `INPUT_UNREADABLE`, `INPUT_TRUNCATED`
 */
export async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      const packed = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
      const stream: Readable = file.createReadStream({ start: 0, autoClose: false });
      // The error reaches the reader through the last stream: the callback has nothing to add.
      yield* packed ? pipeline(stream, createGunzip(), () => undefined) : stream;
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw fileError(path, cause);
  }
}

function fileError(path: string, cause: unknown): Error {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (code === 'Z_BUF_ERROR') {
    return readError('INPUT_TRUNCATED', { path }, 'the gzip data ends in the middle', {
      remedy: 'copy or download the file again',
      cause,
    });
  }
  const [message, remedy] = reasons[code] ?? [String(cause), 'check the path and the file'];
  return readError('INPUT_UNREADABLE', { path }, message, { remedy, cause });
}

const reasons: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  ENOENT: ['there is no such file', 'check the path'],
  EISDIR: ['it is a folder', 'name a file in it'],
  EACCES: ['it may not be read', 'allow reading it: chmod +r'],
  Z_DATA_ERROR: ['the gzip data is damaged', 'copy or download the file again'],
};
