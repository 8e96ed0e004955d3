import { parquetColumns, tableRows } from '../source/table-rows';
import { flatRow } from './flat-row';
import type { RoleColumns } from './role-columns';
import { roleColumns } from './role-columns';
import type { TableKind } from './table-kind';
import { tableKinds } from './table-kind';

/** What the columns of a file tell before it is read. */
export interface SniffedTable {
  readonly path: string;
  readonly columns: readonly string[];
  readonly roles: RoleColumns;
  readonly kinds: readonly TableKind[];
}

/** Rows whose columns are looked at: rows of JSON Lines need not have the same. */
const firstRows = 200;

/**
 * What a file is a table of, by its columns.
 *
 * @param names columns that are not called as usual
 */
export async function sniffedTable(path: string, names: RoleColumns = {}): Promise<SniffedTable> {
  const columns = new Set(await declaredColumns(path));
  if (columns.size === 0) {
    let rows = 0;
    for await (const { row } of tableRows(path)) {
      for (const column in flatRow(row)) columns.add(column);
      if (++rows >= firstRows) break;
    }
  }
  const roles = roleColumns([...columns], names);
  return { path, columns: [...columns], roles, kinds: tableKinds(roles) };
}

/** What formats with a schema say; nothing of others. */
async function declaredColumns(path: string): Promise<readonly string[]> {
  if (path.endsWith('.npy')) return ['vector'];
  return path.endsWith('.parquet') ? parquetColumns(path) : [];
}
