import type { Batch, TableSpec } from '@synth/core';

/** The column that a table is sorted by; undefined for tables that know no time. */
export const timeColumnOf = (table: TableSpec): string | undefined =>
  table.columns.find((column) => column.role === 'time')?.name;

/** The times of a batch; a row without one comes last. */
export function timesOf(batch: Batch, column: string): Float64Array {
  const { values, valid } = batch.columns[column]!;
  const times = Float64Array.from(values as ArrayLike<number>);
  for (let row = 0; row < times.length; row++) {
    if (valid?.[row] === 0 || Number.isNaN(times[row])) times[row] = Number.POSITIVE_INFINITY;
  }
  return times;
}
