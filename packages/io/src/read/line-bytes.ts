import { isUtf8 } from 'node:buffer';
import { fileBytes } from './file-bytes';
import { readError } from './read-error';

/** The longest line that readers take by default: 16 MiB. */
export const defaultMaxLineBytes = 16 * 1024 * 1024;

/** Some whole lines of a file. */
export interface LineBytes {
  /** Lines with their line breaks; the last one of the file may lack its own. Checked to be UTF-8. */
  readonly bytes: Buffer;
  /** The number of the first one, 1-based. */
  readonly line: number;
}

/**
 * A file in pieces of whole lines, without a byte order mark.
 *
 * @param chunks its bytes
 * @throws SynthError `INPUT_UNREADABLE`, `INPUT_TRUNCATED`, `INPUT_EMPTY`, `INPUT_LINE_TOO_LONG`, `INPUT_SYNTAX`
 */
export async function* lineBytes(
  path: string,
  maxLineBytes = defaultMaxLineBytes,
  chunks: AsyncIterable<Buffer> = fileBytes(path),
): AsyncGenerator<LineBytes> {
  let line = 1;
  let open: Buffer[] = [];
  let openBytes = 0;
  let blank = true;
  const whole = (bytes: Buffer): LineBytes => {
    const piece = { bytes: line === 1 ? withoutMark(path, bytes) : bytes, line };
    line = checked(path, piece, maxLineBytes);
    blank &&= isBlank(piece.bytes);
    return piece;
  };
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(0x0a) + 1;
    if (end > 0) {
      yield whole(Buffer.concat([...open, chunk.subarray(0, end)]));
      open = [];
      openBytes = 0;
    }
    open.push(chunk.subarray(end));
    openBytes += chunk.length - end;
    if (openBytes > maxLineBytes) throw tooLong(path, line, maxLineBytes);
  }
  if (openBytes > 0) yield whole(Buffer.concat(open));
  if (blank) {
    throw readError('INPUT_EMPTY', { path }, 'the file is empty', { remedy: 'give a file with data' });
  }
}

/** Checks each line's length and the piece's encoding; returns the number of the line after it. */
function checked(path: string, { bytes, line }: LineBytes, maxLineBytes: number): number {
  let next = line;
  const valid = isUtf8(bytes);
  for (let start = 0; start < bytes.length; next++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    if (end - start > maxLineBytes) throw tooLong(path, next, maxLineBytes);
    if (!valid && !isUtf8(bytes.subarray(start, end))) {
      throw readError('INPUT_SYNTAX', { path, line: next }, 'the text is not UTF-8', {
        allowed: 'UTF-8',
        remedy: 'convert it: iconv -f latin1 -t utf-8',
      });
    }
    start = end + 1;
  }
  return next;
}

function withoutMark(path: string, bytes: Buffer): Buffer {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw readError('INPUT_SYNTAX', { path, line: 1 }, 'the text is UTF-16', {
      allowed: 'UTF-8',
      remedy: 'convert it: iconv -f utf-16 -t utf-8',
    });
  }
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function tooLong(path: string, line: number, limit: number): Error {
  return readError('INPUT_LINE_TOO_LONG', { path, line }, `the line is longer than ${limit} bytes`, {
    allowed: `at most ${limit} bytes a line`,
    remedy: 'check that it is a text of lines, or raise maxLineBytes',
  });
}

function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes)
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d && byte !== 0x0a) return false;
  return true;
}
