import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ColumnNames } from '../source/column-names';
import { hasInteractions } from '../source/column-names';
import { sniffedTable } from './sniffed-table';

/**
 * Whether a path is to be judged by its tables alone: a folder that is no run, or a file whose rows are no interactions,
 * but impressions, searches, vectors, or tables without a user or an item. False for what is not there.
 *
 * @param names columns that are not called as usual
 */
export async function plainTables(path: string, names: ColumnNames = {}): Promise<boolean> {
  const found = await statOf(path);
  if (found === undefined) return false;
  if (found.isDirectory()) return (await statOf(join(path, 'manifest.json'))) === undefined;
  const { columns, kinds } = await sniffedTable(path, names);
  if (kinds.length === 0) return false;
  return kinds.includes('impressions') || kinds.includes('vectors') || !hasInteractions(columns, names);
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}
