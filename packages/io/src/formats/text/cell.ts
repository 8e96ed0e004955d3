import type { Column, ColumnType } from '@synth/core';
import { PackedTexts } from './packed-texts';
import type { TextStyle } from './text-style';

/** How a cell is written. Numbers, so that the row loop branches on them. */
export const cellKinds = {
  dictionary: 0,
  timestamp: 1,
  i32: 2,
  u32: 2,
  f64: 3,
  f32: 3,
  bool: 4,
  string: 5,
  vector: 6,
  list: 7,
  json: 7,
} as const satisfies Readonly<Record<ColumnType, number>>;

const noTexts = new PackedTexts([], (text) => text);
const noIntegers = new Int32Array(0);
const noFloats = new Float64Array(0);
const noBits = new Uint8Array(0);
const noColumn: Column = { type: 'json', values: [] };

/**
 * A column of the file and its values in the batch at hand. One shape for every type, for the sake of the row loop:
 * only the fields of the type are of use.
 */
export class Cell {
  readonly name: string;
  /** What stands before each value: one entry. */
  readonly prefix: PackedTexts;
  readonly prefixLength: number;
  readonly #prefixText: string;
  readonly #style: TextStyle;
  // Dictionaries are shared by batches as the same array: each is rendered once.
  readonly #rendered = new WeakMap<readonly string[], PackedTexts>();
  kind: number = cellKinds.json;
  column: Column = noColumn;
  valid: Uint8Array | undefined = undefined;
  /** Dictionary entries behind the prefix. */
  entries = noTexts;
  integers: Int32Array | Uint32Array = noIntegers;
  floats: Float64Array | Float32Array = noFloats;
  bits: Uint8Array = noBits;
  texts: readonly string[] = [];

  constructor(name: string, index: number, style: TextStyle) {
    this.name = name;
    this.#style = style;
    this.#prefixText = style.before(name, index);
    this.prefix = new PackedTexts([this.#prefixText], (text) => text);
    this.prefix.render(0);
    this.prefixLength = this.prefix.lengths[0]!;
  }

  load(column: Column): void {
    this.kind = cellKinds[column.type];
    this.column = column;
    this.valid = column.valid;
    switch (column.type) {
      case 'dictionary':
        this.entries = this.#render(column.dictionary);
        this.integers = column.values;
        break;
      case 'i32':
      case 'u32':
        this.integers = column.values;
        break;
      case 'timestamp':
      case 'f64':
      case 'f32':
        this.floats = column.values;
        break;
      case 'bool':
        this.bits = column.values;
        break;
      case 'string':
        this.texts = column.values;
        break;
      default:
        break;
    }
  }

  #render(dictionary: readonly string[]): PackedTexts {
    let entries = this.#rendered.get(dictionary);
    if (entries === undefined) {
      entries = new PackedTexts(dictionary, (text) => this.#prefixText + this.#style.text(text));
      this.#rendered.set(dictionary, entries);
    }
    return entries;
  }
}
