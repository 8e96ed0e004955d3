import type { Column, ListColumn, VectorColumn } from '@synth/core';
import { valueAt } from '@synth/core';
import { copyPacked, packedText } from '../packed-texts';
import type { Page } from '../page';
import type { CellFrame, Cells } from './cells';

/** Lists out of one dictionary that are kept. */
const mostKept = 4096;

/** Lists, vectors and JSON values as JSON text. */
export class JsonCells implements Cells {
  readonly #frame: CellFrame;
  #column: Column = { type: 'json', values: [] };
  // Of each row of the window: its text, or undefined for a null.
  readonly #texts: (string | Int32Array | undefined)[] = [];
  // Lists of a dictionary by a number that tells them apart: packed, as few lists come again and again.
  #kept = new Map<number, Int32Array>();
  #keptOf: readonly string[] | undefined;

  constructor(frame: CellFrame) {
    this.#frame = frame;
  }

  load(column: Column): void {
    this.#column = column;
    if (column.type !== 'list' || column.values.type !== 'dictionary') return;
    if (column.values.dictionary !== this.#keptOf) this.#kept = new Map();
    this.#keptOf = column.values.dictionary;
  }

  measure(start: number, end: number, lengths: Int32Array): void {
    const { prefixLength, nullLength } = this.#frame;
    const column = this.#column;
    for (let row = start, i = 0; row < end; row++, i++) {
      const key = column.type === 'list' ? listKey(column, row) : undefined;
      const text = key === undefined ? this.#textAt(row) : (this.#kept.get(key) ?? this.#keep(key, row));
      this.#texts[i] = text;
      lengths[i]! += text === undefined ? nullLength : prefixLength + lengthOf(text);
    }
  }

  #textAt(row: number): string | undefined {
    const json = jsonAt(this.#column, row);
    return json === undefined ? undefined : this.#frame.style.json(json);
  }

  #keep(key: number, row: number): string | Int32Array | undefined {
    const text = this.#textAt(row);
    if (text === undefined || this.#kept.size === mostKept) return text;
    const packed = packedText(text);
    this.#kept.set(key, packed);
    return packed;
  }

  write(start: number, end: number, cursors: Int32Array, { bytes, view }: Page): void {
    const { packedPrefix, packedNull } = this.#frame;
    for (let i = 0; i < end - start; i++) {
      const text = this.#texts[i];
      if (text === undefined) cursors[i] = copyPacked(view, cursors[i]!, packedNull, 0);
      else {
        const at = copyPacked(view, cursors[i]!, packedPrefix, 0);
        cursors[i] =
          typeof text === 'string' ? at + bytes.write(text, at, 'utf8') : copyPacked(view, at, text, 0);
      }
    }
  }
}

const lengthOf = (text: string | Int32Array): number =>
  typeof text === 'string' ? Buffer.byteLength(text, 'utf8') : text[0]!;

/** A number that no other list of the dictionary has; undefined where there is none, and for lists of other things. */
function listKey({ values, offsets, valid }: ListColumn, row: number): number | undefined {
  if (values.type !== 'dictionary' || values.valid !== undefined) return undefined;
  if (valid !== undefined && valid[row] === 0) return undefined;
  const base = values.dictionary.length + 1;
  let key = 0;
  for (let at = offsets[row]!, end = offsets[row + 1]!; at < end; at++) {
    key = key * base + values.values[at]! + 1;
    if (key > Number.MAX_SAFE_INTEGER) return undefined;
  }
  return key;
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
