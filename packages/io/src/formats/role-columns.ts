import type { ColumnSpec, TableSpec } from '@synth/core';
import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';

type Role = NonNullable<ColumnSpec['role']>;

/** The first column of a role. */
export const columnOfRole = (table: TableSpec, role: Role): ColumnSpec | undefined =>
  table.columns.find((column) => column.role === role);

/** A table of who met what, and the tables of both. */
export interface InteractionTables {
  readonly table: TableSpec;
  readonly user: ColumnSpec;
  readonly item: ColumnSpec;
  /** Where the ids of users and items stand, one a row. */
  readonly users: IdColumn;
  readonly items: IdColumn;
}

/** A column of ids in its own table. */
export interface IdColumn {
  readonly table: string;
  readonly column: string;
}

/**
 * The first table, truth aside, with columns of the roles user and item that refer to tables of their own.
 *
 * @throws SynthError `FORMAT_UNSUITED` where there is none
 */
export function interactionTables(tables: readonly TableSpec[], format: string): InteractionTables {
  for (const table of tables) {
    const user = columnOfRole(table, 'user');
    const item = columnOfRole(table, 'item');
    if (table.truth === true || user === undefined || item === undefined) continue;
    const users = referred(table, user.name);
    const items = referred(table, item.name);
    if (users !== undefined && items !== undefined) return { table, user, item, users, items };
  }
  throw new SynthError<IoErrorCode>({
    code: 'FORMAT_UNSUITED',
    message: `${format} needs a table of users and items, and none was chosen`,
    field: 'format',
    value: format,
    allowed: 'with a table whose columns of the roles user and item refer to their own tables',
    remedy: `choose that table too, or leave ${format} out`,
  });
}

function referred(table: TableSpec, column: string): IdColumn | undefined {
  const reference = table.references?.find((one) => one.column === column);
  return reference === undefined ? undefined : { table: reference.table, column: reference.to };
}
