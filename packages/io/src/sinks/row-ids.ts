import type { Batch, SinkContext, TableSpec } from '@synth/core';
import { valueAt } from '@synth/core';

/**
 * Names of a batch's rows that stay the same when a run is repeated: the values of the table's key where it has one,
 * else the row's place in the run. Undefined where neither is known.
 */
export function rowIds(
  batch: Batch,
  table: TableSpec | undefined,
  context: SinkContext | undefined,
): (row: number) => string | undefined {
  const key = table?.key.map((name) => batch.columns[name]!) ?? [];
  if (key.length > 0) {
    return (row) => key.map((column) => encodeURIComponent(String(valueAt(column, row)))).join('/');
  }
  const { idPrefix, firstRow } = context ?? {};
  if (idPrefix === undefined || firstRow === undefined) return () => undefined;
  return (row) => `${idPrefix}/${firstRow + row}`;
}
