import type { LineBytes } from './line-bytes';
import { defaultMaxLineBytes, lineBytes } from './line-bytes';

/** A line of a text file. */
export interface Line {
  /** 1-based. */
  readonly line: number;
  /** Without its line break (`\n` or `\r\n`). */
  readonly text: string;
}

/**
 * The lines of a UTF-8 text file, streaming; gzip by content, without a byte order mark.
 *
 * @param options.maxLineBytes the longest line taken, default 16 MiB
 * @throws SynthError `INPUT_UNREADABLE`, `INPUT_TRUNCATED`, `INPUT_EMPTY`, `INPUT_LINE_TOO_LONG`, `INPUT_SYNTAX`
 */
export async function* lines(
  path: string,
  { maxLineBytes = defaultMaxLineBytes }: { readonly maxLineBytes?: number } = {},
): AsyncGenerator<Line> {
  for await (const piece of lineBytes(path, maxLineBytes)) yield* linesOf(piece);
}

/** The lines of a piece. */
export function* linesOf(piece: LineBytes): Generator<Line> {
  const { bytes } = piece;
  let { line } = piece;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    const last = end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
    yield { line, text: bytes.toString('utf8', start, last) };
    start = end + 1;
  }
}
