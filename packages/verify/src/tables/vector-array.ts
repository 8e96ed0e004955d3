import type { Row } from '@synth/core';
import { readVectors } from '@synth/io/read';
import type { PlacedRow } from '../source/table-rows';
import { tableRows } from '../source/table-rows';
import type { RoleColumns } from './role-columns';
import type { SniffedTable } from './sniffed-table';

/**
 * A `.npy` file as a table with the column `vector`. Where another file has items and categories and as many rows, row i
 * is about what line i of it says.
 */
export async function vectorArray(
  path: string,
  others: readonly SniffedTable[],
): Promise<{ readonly roles: RoleColumns; readonly rows: readonly PlacedRow[] }> {
  const { rows } = await readVectors(path);
  const about = others.find(
    ({ roles }) =>
      roles.item !== undefined &&
      roles.category !== undefined &&
      roles.vector === undefined &&
      roles.event === undefined,
  );
  const beside: Row[] = [];
  if (about !== undefined) {
    for await (const { row } of tableRows(about.path)) {
      const { item, category, colour } = about.roles;
      const only = [item, category, colour].flatMap((name) => (name === undefined ? [] : [name]));
      beside.push(Object.fromEntries(only.map((name) => [name, row[name]])));
      if (beside.length > rows.length) break;
    }
  }
  const isAbout = about !== undefined && beside.length === rows.length;
  const { item, category, colour } = about?.roles ?? {};
  return {
    roles: {
      vector: 'vector',
      ...(isAbout && item !== undefined ? { item } : {}),
      ...(isAbout && category !== undefined ? { category } : {}),
      ...(isAbout && colour !== undefined ? { colour } : {}),
    },
    rows: rows.map((row, at) => ({
      row: isAbout ? { ...beside[at], ...row } : row,
      where: `in row ${at + 1}`,
    })),
  };
}
