/**
 * A column of a batch. `valid`, where it is there, has a 1 for each row that has a value and a 0 for each null;
 * without it every row has one. What a null row holds in `values` says nothing.
 */
export type Column =
  | F64Column
  | F32Column
  | I32Column
  | U32Column
  | BoolColumn
  | TimestampColumn
  | StringColumn
  | DictionaryColumn
  | ListColumn
  | VectorColumn
  | JsonColumn;

interface Nullable {
  readonly valid?: Uint8Array;
}

export interface F64Column extends Nullable {
  readonly type: 'f64';
  readonly values: Float64Array;
}

export interface F32Column extends Nullable {
  readonly type: 'f32';
  readonly values: Float32Array;
}

export interface I32Column extends Nullable {
  readonly type: 'i32';
  readonly values: Int32Array;
}

export interface U32Column extends Nullable {
  readonly type: 'u32';
  readonly values: Uint32Array;
}

/** 1 is true, 0 is false. */
export interface BoolColumn extends Nullable {
  readonly type: 'bool';
  readonly values: Uint8Array;
}

/** Whole milliseconds since 1970-01-01T00:00:00Z. */
export interface TimestampColumn extends Nullable {
  readonly type: 'timestamp';
  readonly values: Float64Array;
}

export interface StringColumn extends Nullable {
  readonly type: 'string';
  readonly values: readonly string[];
}

/**
 * Texts by their index in a dictionary. A dictionary that several batches share is the same array object in each:
 * writers render it once.
 */
export interface DictionaryColumn extends Nullable {
  readonly type: 'dictionary';
  readonly values: Int32Array;
  readonly dictionary: readonly string[];
}

/** Row i holds the elements offsets[i] .. offsets[i + 1] - 1 of `values`; `offsets` has one more entry than rows. */
export interface ListColumn extends Nullable {
  readonly type: 'list';
  readonly values: Column;
  readonly offsets: Int32Array;
}

/** Row i holds the `width` numbers from i * width. */
export interface VectorColumn extends Nullable {
  readonly type: 'vector';
  readonly values: Float32Array;
  readonly width: number;
}

/** Any JSON value. */
export interface JsonColumn extends Nullable {
  readonly type: 'json';
  readonly values: readonly unknown[];
}

export type ColumnType = Column['type'];

/** ISO 8601 UTC with milliseconds: `2024-01-01T00:00:00.000Z`. */
export const isoTimestamp = (ms: number): string => new Date(ms).toISOString();

/**
 * The value of one row as people and JSONL see it: null, a number, a boolean, a text (timestamps in ISO 8601), an
 * array, or any JSON value. For the edge; inside, read the typed arrays.
 */
export function valueAt(column: Column, row: number): unknown {
  if (column.valid !== undefined && column.valid[row] === 0) return null;
  switch (column.type) {
    case 'bool':
      return column.values[row] === 1;
    case 'timestamp':
      return isoTimestamp(column.values[row]!);
    case 'dictionary':
      return column.dictionary[column.values[row]!];
    case 'list': {
      const items: unknown[] = [];
      for (let i = column.offsets[row]!; i < column.offsets[row + 1]!; i++) items.push(valueAt(column.values, i));
      return items;
    }
    case 'vector':
      return Array.from(column.values.subarray(row * column.width, (row + 1) * column.width));
    default:
      return column.values[row];
  }
}

/** The rows [start, end) of a column; typed arrays are views, not copies. */
export function sliceColumn(column: Column, start: number, end: number): Column {
  const valid = column.valid === undefined ? {} : { valid: column.valid.subarray(start, end) };
  switch (column.type) {
    case 'string':
    case 'json':
      return { ...column, values: column.values.slice(start, end), ...valid } as Column;
    case 'list':
      return { ...column, offsets: column.offsets.subarray(start, end + 1), ...valid };
    case 'vector':
      return { ...column, values: column.values.subarray(start * column.width, end * column.width), ...valid };
    default:
      return { ...column, values: column.values.subarray(start, end), ...valid } as Column;
  }
}
