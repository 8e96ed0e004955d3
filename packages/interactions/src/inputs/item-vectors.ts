import type { InputTable } from '@synth/core';
import { SynthError } from '@synth/core';
import type { InteractionsErrorCode } from '../errors';
import type { ItemVectors } from '../events/event-options';
import { placeOf } from './columns';
import { emptyTable } from './items';

/**
 * Vectors of items from a table with a column `vector`: an array of numbers, as long in every row.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_VALUE`
 */
export function itemVectors(table: InputTable): ItemVectors {
  const first = table.rows[0]?.['vector'];
  if (table.rows.length === 0) throw emptyTable(table, 'item_embeddings');
  const width = isVector(first) ? first.length : 0;
  const values = new Float32Array(table.rows.length * width);
  table.rows.forEach((row, index) => {
    const vector = row['vector'];
    if (!isVector(vector) || vector.length !== width) {
      throw new SynthError<InteractionsErrorCode>({
        code: 'INPUT_VALUE',
        message: `${placeOf(table, index)}: vector is not ${width === 0 ? 'an array of' : width} finite numbers`,
        field: 'vector',
        value: vector,
        allowed: 'arrays of finite numbers, all of one length',
        remedy: 'give one vector an item, all as long',
      });
    }
    values.set(vector, index * width);
  });
  return { width, values };
}

const isVector = (value: unknown): value is ArrayLike<number> =>
  (Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array) &&
  value.length > 0 &&
  Array.from(value as ArrayLike<unknown>).every((one) => typeof one === 'number' && Number.isFinite(one));
