import type { CsvError } from 'csv-parse/sync';
import { SynthError } from '@synth/core';
import type { LineBytes } from './line-bytes';
import { lineBytes } from './line-bytes';
import type { TakeRecord } from './plain-records';
import { isPlain, plainRecords } from './plain-records';
import { quotedRecords } from './quoted-records';
import { readError } from './read-error';
import { RecordCutter } from './record-cutter';

/** Some whole records of a CSV file: gives them one by one. */
export type CsvPiece = (take: TakeRecord) => void;

/**
 * A CSV file by RFC 4180, with any line break, in pieces of whole records, the header among them; blank lines are none.
 *
 * csv-parse says what the format is. It looks at each byte, so pieces without a quotation mark are split otherwise, to the
 * same records.
 *
 * @param lines those of the file
 * @throws SynthError as {@link lineBytes}; a piece throws `INPUT_SYNTAX` and `INPUT_LINE_TOO_LONG`
 */
export async function* csvPieces(
  path: string,
  { delimiter, maxLineBytes }: { readonly delimiter: string; readonly maxLineBytes: number },
  lines: AsyncIterable<LineBytes> = lineBytes(path, maxLineBytes),
): AsyncGenerator<CsvPiece> {
  const cutter = new RecordCutter(delimiter);
  const fault = (cause: CsvError, line: number): Error => syntaxError(path, line, cause, maxLineBytes);
  const quoted = ({ bytes, line }: LineBytes): CsvPiece => {
    const options = { delimiter, recordBreak: cutter.recordBreak, maxLineBytes, fault };
    return (take) => quotedRecords(bytes, options, line, take);
  };
  let mostOpen = maxLineBytes;
  for await (const piece of lines) {
    cutter.begin(piece);
    const text = cutter.openBytes === 0 ? piece.bytes.toString() : '"';
    const marks = { delimiter, recordBreak: cutter.recordBreak };
    if (isPlain(text, marks)) {
      yield (take) => plainRecords(text, marks, piece.line, take);
      continue;
    }
    const whole = cutter.add(piece);
    if (whole !== undefined) {
      mostOpen = maxLineBytes;
      yield quoted(whole);
    }
    if (cutter.openBytes > mostOpen) {
      mostOpen = 2 * cutter.openBytes;
      requireShort(quoted(cutter.rest()));
    }
  }
  if (cutter.openBytes > 0) yield quoted(cutter.rest());
}

/** A quotation mark that is not closed would gather all of a file. */
function requireShort(open: CsvPiece): void {
  try {
    open(() => undefined);
  } catch (error) {
    if (error instanceof SynthError && error.code === 'INPUT_LINE_TOO_LONG') throw error;
  }
}

function syntaxError(path: string, line: number, cause: CsvError, maxLineBytes: number): Error {
  if (cause.code === 'CSV_MAX_RECORD_SIZE') {
    const message = `the record that begins here is longer than ${maxLineBytes} bytes`;
    return readError('INPUT_LINE_TOO_LONG', { path, line }, message, {
      allowed: `at most ${maxLineBytes} bytes a record`,
      remedy: 'look for a quotation mark that is not closed, or raise maxLineBytes',
      cause,
    });
  }
  const message =
    cause.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'the record that begins here has a quotation mark that is not closed'
      : 'a quotation mark stands inside a field';
  return readError('INPUT_SYNTAX', { path, line }, message, {
    allowed: 'fields with a quotation mark in quotes, the mark doubled',
    remedy: 'quote the field',
    cause,
  });
}
