import type { ColumnType } from '@synth/core';
import type { CellFrame, Cells } from './cells';
import { DictionaryCells } from './dictionary-cells';
import { FloatCells } from './float-cells';
import { IntegerCells } from './integer-cells';
import { JsonCells } from './json-cells';
import { StringCells } from './string-cells';
import { TimestampCells } from './timestamp-cells';

const kinds = {
  dictionary: DictionaryCells,
  bool: DictionaryCells,
  timestamp: TimestampCells,
  i32: IntegerCells,
  u32: IntegerCells,
  f64: FloatCells,
  f32: FloatCells,
  string: StringCells,
  vector: JsonCells,
  list: JsonCells,
  json: JsonCells,
} as const satisfies Readonly<Record<ColumnType, new (frame: CellFrame) => Cells>>;

/** The cells of a column of this type. */
export function cellsOf(type: ColumnType, frame: CellFrame): Cells {
  return new kinds[type](frame);
}
