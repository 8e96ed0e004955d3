import { basename } from 'node:path';
import type { InputTable, Row } from '@synth/core';
import type { ReadOptions } from './read-rows';
import { readRowBatches } from './read-rows';

/**
 * A CSV or JSON Lines file as a table in memory, with the line of each row for later messages.
 *
 * @throws SynthError as {@link readRows}
 */
export async function readTable(path: string, options: ReadOptions = {}): Promise<InputTable> {
  const rows: Row[] = [];
  const lines: number[] = [];
  for await (const batch of readRowBatches(path, options)) {
    for (const { row, line } of batch) {
      rows.push(row);
      lines.push(line);
    }
  }
  return { rows, lines, source: basename(path) };
}
