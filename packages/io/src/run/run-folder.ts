import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Manifest } from '../manifest/manifest';
import { readManifest } from '../manifest/read-manifest';
import { outputError } from './output-error';
import { reservedNames } from './run-files';

/** What stands in a run's folder before the run. */
export type FolderState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'complete'; readonly manifest: Manifest }
  | { readonly kind: 'foreign' };

/** The folder of a run: files lie under `_unfinished` until all of them are whole. */
export class RunFolder {
  readonly path: string;
  readonly unfinished: string;

  constructor(path: string) {
    this.path = path;
    this.unfinished = join(path, reservedNames.unfinished);
  }

  /** Where a file of the run lies as long as the run is not ended. */
  temporary(path: string): string {
    return join(this.unfinished, path);
  }

  async state(): Promise<FolderState> {
    let names: string[];
    try {
      names = await readdir(this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'empty' };
      throw outputError(error, this.path);
    }
    if (names.includes(reservedNames.unfinished)) return { kind: 'unfinished' };
    if (names.length === 0) return { kind: 'empty' };
    if (!names.includes(reservedNames.manifest)) return { kind: 'foreign' };
    try {
      return { kind: 'complete', manifest: await readManifest(this.path) };
    } catch {
      return { kind: 'foreign' };
    }
  }

  /** Begins anew. What an earlier, complete run left stays until this one is whole. */
  async begin(): Promise<void> {
    await rm(this.unfinished, { recursive: true, force: true });
    await mkdir(this.unfinished, { recursive: true });
  }

  /** Puts whole files in their places, the manifest last. */
  async publish(files: readonly string[], earlier: Manifest | undefined): Promise<void> {
    if (earlier !== undefined) {
      // First the manifest: from here on the folder is unfinished to everybody.
      await rm(join(this.path, reservedNames.manifest), { force: true });
      const kept = new Set(files);
      for (const { path } of earlier.reproducible.files) {
        if (!kept.has(path)) await rm(join(this.path, path), { force: true });
      }
    }
    for (const file of [...files, reservedNames.card]) await this.#place(file);
    await syncFolder(this.path);
    await this.#place(reservedNames.manifest);
    await syncFolder(this.path);
    await rm(this.unfinished, { recursive: true, force: true });
  }

  async #place(file: string): Promise<void> {
    const to = join(this.path, file);
    if (file.includes('/')) await mkdir(dirname(to), { recursive: true });
    await rename(this.temporary(file), to);
  }
}

/** Writes a small file so that it is on the disk. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes sure of the names in a folder. Windows has no such call, and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The text of a file, or undefined where there is none. */
export async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
