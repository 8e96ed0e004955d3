import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A cell of CSV: quoted where it has to be, nothing for null. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes rows as CSV into a folder, a new one by default; returns the path of the file. */
export async function writeTable(
  name: string,
  head: string,
  rows: readonly (readonly unknown[])[],
  folder?: string,
): Promise<string> {
  const path = join(folder ?? (await mkdtemp(join(tmpdir(), 'synth-tables-'))), name);
  await writeFile(path, `${[head, ...rows.map((row) => row.map(cell).join(','))].join('\n')}\n`);
  return path;
}
