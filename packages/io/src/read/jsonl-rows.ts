import type { Row } from '@synth/core';
import type { ColumnMapping } from './column-mapping';
import { columnMapper, textColumns } from './column-mapping';
import type { InputRow } from './input-row';
import { exactNumbers } from './exact-numbers';
import { lineBytes } from './line-bytes';
import type { Line } from './lines';
import { linesOf } from './lines';
import { readError } from './read-error';

/**
 * The rows of a JSON Lines file, some at a time: one object a line, values as JSON has them; blank lines are no rows. An integer that
 * a double cannot hold stays its text, so that ids stay what they are.
 */
export async function* jsonlRows(
  path: string,
  options: { readonly maxLineBytes: number; readonly columns: ColumnMapping },
): AsyncGenerator<readonly InputRow[]> {
  const texts = textColumns(options.columns);
  const mapperOf = new Map<string, ReturnType<typeof columnMapper>>();
  const rowOf = ({ line, text }: Line): Row => {
    const row = parsed(path, line, text);
    exactNumbers(text, row, texts);
    // Objects of one file may have different keys.
    const keys = Object.keys(row);
    const signature = keys.join('\n');
    let mapped = mapperOf.get(signature);
    if (mapped === undefined)
      mapperOf.set(signature, (mapped = columnMapper(path, line, keys, options.columns)));
    return mapped(row, line);
  };
  for await (const piece of lineBytes(path, options.maxLineBytes)) {
    const rows: InputRow[] = [];
    try {
      for (const one of linesOf(piece))
        if (one.text.trim() !== '') rows.push({ row: rowOf(one), line: one.line });
    } catch (error) {
      // What stands before the error is right.
      if (rows.length > 0) yield rows;
      throw error;
    }
    if (rows.length > 0) yield rows;
  }
}

function parsed(path: string, line: number, text: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw readError('INPUT_SYNTAX', { path, line }, 'the line is not JSON', {
      value: text.slice(0, 80),
      allowed: 'one JSON object a line',
      remedy: 'check the line, or whether the file is of another format',
      cause,
    });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
  throw readError('INPUT_SYNTAX', { path, line }, 'the line is not a JSON object', {
    value: text.slice(0, 80),
    allowed: 'one JSON object a line',
    remedy: 'write each row as an object',
  });
}
