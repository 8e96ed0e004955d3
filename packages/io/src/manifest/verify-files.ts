import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, ManifestFile } from './manifest';
import { readManifest } from './read-manifest';
import { sha256OfFile } from './sha256-of-file';

/** How the files of a folder compare with its manifest. Paths are relative to the folder, with `/`. */
export interface FilesReport {
  /** Whether nothing is missing or changed. Unexpected files do no harm. */
  readonly ok: boolean;
  /** Files whose bytes are right. */
  readonly right: readonly string[];
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Files that the manifest does not know. */
  readonly unexpected: readonly string[];
  readonly manifest: Manifest;
}

/**
 * Hashes the files of a run again and compares them with its manifest.
 *
 * @param dir the run's folder
 * @throws SynthError `MANIFEST_MISSING`, `MANIFEST_INVALID`
 */
export async function verifyFiles(dir: string): Promise<FilesReport> {
  const manifest = await readManifest(dir);
  const { files } = manifest.reproducible;
  const states: Record<FileState, string[]> = { right: [], missing: [], changed: [] };
  for (const file of files) states[await stateOf(dir, file)].push(file.path);
  const known = new Set(['manifest.json', 'card.md', ...files.map((file) => file.path)]);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const unexpected = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length).replaceAll('\\', '/'))
    .filter((path) => !known.has(path))
    .sort();
  const ok = states.missing.length === 0 && states.changed.length === 0;
  return { ok, ...states, unexpected, manifest };
}

type FileState = 'right' | 'missing' | 'changed';

async function stateOf(dir: string, file: ManifestFile): Promise<FileState> {
  const path = join(dir, file.path);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return 'missing';
  if (found.size !== file.bytes) return 'changed';
  return (await sha256OfFile(path)) === file.sha256 ? 'right' : 'changed';
}
