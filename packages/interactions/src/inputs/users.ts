import type { InputTable } from '@synth/core';
import { columnNames, findColumn, idsOf, isBlank } from './columns';
import { emptyTable } from './items';

/** Users as a caller's table says: ids, and columns that pass through. */
export interface UserTable {
  readonly ids: readonly string[];
  readonly passing: readonly { readonly name: string; readonly values: readonly (string | undefined)[] }[];
}

/**
 * Reads a users table.
 *
 * @throws SynthError `INPUT_EMPTY`, `INPUT_COLUMN_MISSING`, `INPUT_DUPLICATE`, `INPUT_VALUE`
 */
export function userTable(table: InputTable): UserTable {
  if (table.rows.length === 0) throw emptyTable(table, 'users');
  const names = columnNames(table);
  const id = findColumn(table, names, {
    usual: ['user_id', 'id'],
    what: 'the user id',
    required: true,
  })!;
  return {
    ids: idsOf(table, id),
    passing: names
      .filter((name) => name !== id)
      .map((name) => ({
        name: name === 'user_id' ? 'input_user_id' : name,
        values: table.rows.map((row) => (isBlank(row[name]) ? undefined : String(row[name]))),
      })),
  };
}
