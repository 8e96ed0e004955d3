import type { Batch, Column, ColumnSpec, ColumnType, ListColumn, VectorColumn } from '@synth/core';
import { valueAt } from '@synth/core';

/** A column of an atomic file. */
export interface AtomicColumn {
  /** The column of the table. */
  readonly source: string;
  /** The field's name. */
  readonly name: string;
  /** RecBole's feature type. */
  readonly feature: 'token' | 'token_seq' | 'float' | 'float_seq';
}

const numbers: readonly (ColumnType | undefined)[] = ['f64', 'f32', 'i32', 'u32', 'bool', 'timestamp'];

/** The field of a column; undefined for JSON values, which atomic files do not have. */
export function atomicColumn(
  { name, type, items }: ColumnSpec,
  role: ColumnSpec['role'],
): AtomicColumn | undefined {
  const column = (feature: AtomicColumn['feature']): AtomicColumn => ({ source: name, name, feature });
  if (role === 'user' || role === 'item' || role === 'session') return column('token');
  if (numbers.includes(type)) return column('float');
  if (type === 'vector') return column('float_seq');
  if (type === 'list') return column(numbers.includes(items) ? 'float_seq' : 'token_seq');
  return type === 'json' ? undefined : column('token');
}

/**
 * A batch as atomic files have it: timestamps in seconds, booleans 1 and 0, sequences with blanks between (and `_` for a
 * blank within an element).
 */
export function atomicBatch(batch: Batch, columns: readonly AtomicColumn[]): Batch {
  const converted: Record<string, Column> = {};
  for (const { source, name } of columns) {
    const column = batch.columns[source];
    if (column !== undefined) converted[name] = atomicValues(column, batch.rows);
  }
  return { ...batch, columns: converted };
}

function atomicValues(column: Column, rows: number): Column {
  const valid = column.valid === undefined ? {} : { valid: column.valid };
  switch (column.type) {
    case 'timestamp':
      return { type: 'f64', values: column.values.map((ms) => ms / 1000), ...valid };
    case 'bool':
      return { type: 'i32', values: Int32Array.from(column.values), ...valid };
    case 'list':
    case 'vector':
      return {
        type: 'string',
        values: Array.from({ length: rows }, (_, row) => sequence(column, row)),
        ...valid,
      };
    default:
      return column;
  }
}

function sequence(column: ListColumn | VectorColumn, row: number): string {
  const elements = (valueAt(column, row) ?? []) as readonly unknown[];
  return elements.map((element) => String(element).replaceAll(/\s/g, '_')).join(' ');
}
