import type { Row } from '@synth/core';
import type { ColumnMapping, FieldReader } from './column-mapping';
import { fieldReaders } from './column-mapping';
import { csvPieces } from './csv-pieces';
import type { InputRow } from './input-row';
import { readError } from './read-error';

/**
 * The rows of a CSV file by RFC 4180, with any line break, some at a time; the first record is the header. Every value is its
 * text, an empty field the empty text. Blank lines are no rows.
 */
export async function* csvRows(
  path: string,
  options: { readonly delimiter: string; readonly maxLineBytes: number; readonly columns: ColumnMapping },
): AsyncGenerator<readonly InputRow[]> {
  let readers: readonly FieldReader[] | undefined;
  for await (const piece of csvPieces(path, options)) {
    const rows: InputRow[] = [];
    try {
      piece((fields, line) => {
        if (readers === undefined)
          readers = fieldReaders(path, line, checkedHeader(path, line, fields), options.columns);
        else rows.push({ row: rowOf(path, line, readers, fields), line });
      });
    } catch (error) {
      // What stands before the error is right.
      if (rows.length > 0) yield rows;
      throw error;
    }
    if (rows.length > 0) yield rows;
  }
}

function checkedHeader(path: string, line: number, fields: readonly string[]): readonly string[] {
  const header = fields.map((name, index) => (name.trim() === '' ? `column_${index + 1}` : name.trim()));
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice === undefined) return header;
  throw readError('INPUT_SYNTAX', { path, line }, `two columns are called ${twice}`, {
    value: twice,
    allowed: 'a different name for each column',
    remedy: 'rename one of them in the first line',
  });
}

function rowOf(path: string, line: number, readers: readonly FieldReader[], fields: readonly string[]): Row {
  if (fields.length !== readers.length) {
    throw readError(
      'INPUT_SYNTAX',
      { path, line },
      `${fields.length} fields where the header has ${readers.length}`,
      {
        value: fields.length,
        allowed: `${readers.length} fields`,
        remedy: 'quote fields that hold the delimiter or line breaks, or check the delimiter',
      },
    );
  }
  const row: Row = {};
  for (let i = 0; i < readers.length; i++) {
    const { name, typed } = readers[i]!;
    if (name !== undefined) row[name] = typed === undefined ? fields[i]! : typed(fields[i]!, line);
  }
  return row;
}
