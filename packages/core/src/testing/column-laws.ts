import type { Column } from '../data/column';
import type { ColumnSpec } from '../data/table';
import { demand } from './law';

/** The rows that a column's arrays have room for. */
function lengthOf(column: Column): number {
  if (column.type === 'list') return column.offsets.length - 1;
  if (column.type === 'vector') return column.values.length / column.width;
  return column.values.length;
}

/** What the `values` of each type are. */
const storage: Record<Column['type'], (values: unknown) => boolean> = {
  f64: (values) => values instanceof Float64Array,
  f32: (values) => values instanceof Float32Array,
  i32: (values) => values instanceof Int32Array,
  u32: (values) => values instanceof Uint32Array,
  bool: (values) => values instanceof Uint8Array,
  timestamp: (values) => values instanceof Float64Array,
  string: Array.isArray,
  dictionary: (values) => values instanceof Int32Array,
  list: (values) => typeof values === 'object' && values !== null && 'type' in values,
  vector: (values) => values instanceof Float32Array,
  json: Array.isArray,
};

/** Fails unless a column is what its spec says, in every row. `where` names it in messages. */
export function demandColumn(column: Column, spec: ColumnSpec, rows: number, where: string): void {
  demand(column.type === spec.type, `${where} is ${column.type}, its spec says ${spec.type}`);
  demand(
    storage[column.type](column.values),
    `${where}: the values of ${column.type} are in the wrong kind of array`,
  );
  demand(lengthOf(column) === rows, `${where} has ${lengthOf(column)} values for ${rows} rows`);
  const { valid } = column;
  demand(
    valid === undefined || valid.length === rows,
    `${where}: ${valid?.length} marks of nulls for ${rows} rows`,
  );
  for (let row = 0; row < rows; row++) {
    const at = `${where} of row ${row}`;
    if (valid !== undefined && valid[row] === 0) {
      demand(spec.nullable === true, `${at} is null, and its spec is not nullable`);
    } else {
      demandValue(column, row, spec, at);
    }
  }
}

function demandValue(column: Column, row: number, spec: ColumnSpec, at: string): void {
  switch (column.type) {
    case 'string':
      demand(typeof column.values[row] === 'string', `${at} is ${String(column.values[row])}, not a text`);
      return demandText(column.values[row]!, spec, at);
    case 'dictionary': {
      const text = column.dictionary[column.values[row]!];
      demand(
        text !== undefined,
        `${at} is entry ${column.values[row]} of a dictionary of ${column.dictionary.length}`,
      );
      return demandText(text!, spec, at);
    }
    case 'bool':
      return demand(column.values[row]! <= 1, `${at} is ${column.values[row]}, neither 0 nor 1`);
    case 'json':
      return demand(column.values[row] !== undefined, `${at} is undefined`);
    case 'timestamp':
      demand(Number.isInteger(column.values[row]), `${at} is ${column.values[row]}, not whole milliseconds`);
      return demandNumber(column.values[row]!, spec, at);
    case 'vector':
      demand(
        spec.width === undefined || column.width === spec.width,
        `${at} has width ${column.width}, not ${spec.width}`,
      );
      for (let i = row * column.width; i < (row + 1) * column.width; i++)
        demandNumber(column.values[i]!, spec, at);
      return;
    case 'list': {
      const [start, end] = [column.offsets[row]!, column.offsets[row + 1]!];
      const length = lengthOf(column.values);
      demand(start <= end && end <= length, `${at} spans ${start} to ${end} of ${length} elements`);
      demand(
        spec.items === undefined || column.values.type === spec.items,
        `${at} is a list of ${column.values.type}, its spec says ${spec.items}`,
      );
      for (let i = start; i < end; i++) demandValue(column.values, i, spec, at);
      return;
    }
    default:
      demandNumber(column.values[row]!, spec, at);
  }
}

function demandNumber(value: number, { minimum, maximum }: ColumnSpec, at: string): void {
  demand(Number.isFinite(value), `${at} is ${value}`);
  demand(minimum === undefined || value >= minimum, `${at} is ${value}, under ${minimum}`);
  demand(maximum === undefined || value <= maximum, `${at} is ${value}, over ${maximum}`);
}

function demandText(value: string, { values }: ColumnSpec, at: string): void {
  demand(
    values === undefined || values.includes(value),
    `${at} is ${value}, not one of ${values?.join(', ')}`,
  );
}
