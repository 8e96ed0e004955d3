import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The files of a package's dist folder, as `dist/...` paths, sorted. */
export function builtFiles(folder) {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return [];
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

/** What a package's tsup.config.ts says: its entries (output name -> source) and the libraries it copies in. */
export async function buildConfig(folder) {
  const { tsImport } = await import('tsx/esm/api');
  const url = pathToFileURL(join(folder, 'tsup.config.ts')).href;
  const { default: config } = await tsImport(url, import.meta.url);
  return { entries: config.entry, inlined: config.noExternal ?? [] };
}
