import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Row } from '@synth/core';
import type { ColumnMapping } from './column-mapping';
import { columnMapper } from './column-mapping';
import type { InputRow } from './input-row';
import { lineBytes } from './line-bytes';
import { readError } from './read-error';

/**
 * The rows of a CSV file by RFC 4180, with any line break; the first record is the header. Every value is its text, an
 * empty field the empty text. Blank lines are no rows.
 */
export async function* csvRows(
  path: string,
  options: { readonly delimiter: string; readonly maxLineBytes: number; readonly columns: ColumnMapping },
): AsyncGenerator<InputRow> {
  // The line of the record that the parser is at; it runs ahead of the loop below.
  let line = 1;
  let blank = 0;
  const lineOf = new WeakMap<readonly string[], number>();
  const parser = parse({
    delimiter: options.delimiter,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: options.maxLineBytes,
    on_record: (fields, { empty_lines }) => {
      const begins = line + empty_lines - blank;
      blank = empty_lines;
      line = begins + 1 + fields.reduce((sum, field) => sum + lineBreaks(field), 0);
      lineOf.set(fields, begins);
      return fields;
    },
  });
  pipeline(Readable.from(bytesOf(path, options.maxLineBytes)), parser, () => undefined);
  let header: readonly string[] | undefined;
  let mapped: ReturnType<typeof columnMapper> | undefined;
  try {
    for await (const fields of parser as AsyncIterable<readonly string[]>) {
      const record: CsvRecord = { fields, line: lineOf.get(fields)! };
      if (header === undefined) {
        header = checkedHeader(path, record);
        mapped = columnMapper(path, record.line, header, options.columns);
      } else {
        yield { row: mapped!(rowOf(path, header, record), record.line), line: record.line };
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw syntaxError(path, line + Number(error['empty_lines']) - blank, error, options.maxLineBytes);
  }
}

interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

async function* bytesOf(path: string, maxLineBytes: number): AsyncGenerator<Buffer> {
  for await (const { bytes } of lineBytes(path, maxLineBytes)) yield bytes;
}

function checkedHeader(path: string, { fields, line }: CsvRecord): readonly string[] {
  const header = fields.map((name, index) => (name.trim() === '' ? `column_${index + 1}` : name.trim()));
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice === undefined) return header;
  throw readError('INPUT_SYNTAX', { path, line }, `two columns are called ${twice}`, {
    value: twice,
    allowed: 'a different name for each column',
    remedy: 'rename one of them in the first line',
  });
}

function rowOf(path: string, header: readonly string[], { fields, line }: CsvRecord): Row {
  if (fields.length !== header.length) {
    throw readError(
      'INPUT_SYNTAX',
      { path, line },
      `${fields.length} fields where the header has ${header.length}`,
      {
        value: fields.length,
        allowed: `${header.length} fields`,
        remedy: 'quote fields that hold the delimiter or line breaks, or check the delimiter',
      },
    );
  }
  const row: Row = {};
  for (let i = 0; i < header.length; i++) row[header[i]!] = fields[i]!;
  return row;
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
