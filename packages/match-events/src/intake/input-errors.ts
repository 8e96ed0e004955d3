import { SynthError } from '@synth/core';
import type { MatchErrorCode } from '../errors';

/** A row that nobody can be told by. */
export const withoutId = (
  table: string,
  row: number,
  columns: readonly string[],
): SynthError<MatchErrorCode> =>
  new SynthError({
    code: 'INPUT_COLUMN_MISSING',
    message: `${table}, row ${row}: no id`,
    field: columns[0]!,
    allowed: `an id in ${columns.join(' or ')}`,
    remedy: 'give every row an id',
  });

/** Two rows with one id. */
export const duplicate = (table: string, column: string, id: string): SynthError<MatchErrorCode> =>
  new SynthError({
    code: 'INPUT_DUPLICATE',
    message: `${table}: two rows with ${column} ${id}`,
    field: column,
    value: id,
    allowed: 'each id once',
    remedy: 'keep one of the rows',
  });
