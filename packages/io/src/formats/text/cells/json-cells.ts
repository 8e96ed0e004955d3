import type { Column, VectorColumn } from '@synth/core';
import { valueAt } from '@synth/core';
import { copyPacked } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, Cells } from './cells';

/** Lists, vectors and JSON values as JSON text. */
export class JsonCells implements Cells {
  readonly #frame: CellFrame;
  #column: Column = { type: 'json', values: [] };
  // Of each row of the window: its text, or undefined for a null.
  readonly #texts: (string | undefined)[] = [];

  constructor(frame: CellFrame) {
    this.#frame = frame;
  }

  load(column: Column): void {
    this.#column = column;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const { style, prefixLength, nullLength } = this.#frame;
    for (let row = start, i = 0; row < end; row++, i++) {
      const json = jsonAt(this.#column, row);
      const text = json === undefined ? undefined : style.json(json);
      this.#texts[i] = text;
      lengths[i]! += text === undefined ? nullLength : prefixLength + Buffer.byteLength(text, 'utf8');
    }
  }

  write(start: number, end: number, cursors: Int32Array, { bytes, view }: Page): void {
    const { packedPrefix, packedNull } = this.#frame;
    for (let i = 0; i < end - start; i++) {
      const text = this.#texts[i];
      if (text === undefined) cursors[i] = copyPacked(view, cursors[i]!, packedNull, 0);
      else {
        const at = copyPacked(view, cursors[i]!, packedPrefix, 0);
        cursors[i] = at + bytes.write(text, at, 'utf8');
      }
    }
  }
}

/** The JSON text of a value; undefined for a null, and for what JSON does not have. */
function jsonAt(column: Column, row: number): string | undefined {
  if (column.valid !== undefined && column.valid[row] === 0) return undefined;
  return column.type === 'vector' ? vectorText(column, row) : JSON.stringify(valueAt(column, row));
}

function vectorText({ values, width }: VectorColumn, row: number): string {
  let text = '[';
  for (let i = row * width; i < (row + 1) * width; i++) {
    const value = values[i]!;
    text += (i > row * width ? ',' : '') + (Number.isFinite(value) ? value : 'null');
  }
  return `${text}]`;
}
