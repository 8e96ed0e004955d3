import { CsvError, parse } from 'csv-parse/sync';
import type { RecordMarks, TakeRecord } from './plain-records';

/** How {@link quotedRecords} reads. */
export interface QuotedRecordsOptions extends RecordMarks {
  /** The longest record. */
  readonly maxLineBytes: number;
  /** The error to throw where the record that begins on a line breaks the rules. */
  readonly fault: (cause: CsvError, line: number) => Error;
}

/**
 * The records of CSV by RFC 4180, as csv-parse reads them. Blank lines are no records.
 *
 * @param bytes whole records; the last one of the file may lack its line break
 * @param line the number of the first line
 */
export function quotedRecords(
  bytes: Buffer,
  options: QuotedRecordsOptions,
  line: number,
  take: TakeRecord,
): void {
  let next = line;
  let blank = 0;
  try {
    parse(bytes, {
      delimiter: options.delimiter,
      record_delimiter: options.recordBreak,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: options.maxLineBytes,
      on_record: (fields: string[], { empty_lines }) => {
        const begins = next + empty_lines - blank;
        blank = empty_lines;
        next = begins + 1 + fields.reduce((sum, field) => sum + lineBreaks(field), 0);
        take(fields, begins);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw options.fault(error, next + Number(error['empty_lines']) - blank);
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
