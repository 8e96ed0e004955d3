import { open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Manifest, ManifestFile } from '../manifest/manifest';
import { readManifest, readManifestFile } from '../manifest/read-manifest';
import type { FolderLock } from './folder-lock';
import { lockFolder, lockName } from './folder-lock';
import { makeFolder } from './make-folder';
import { outputError } from './output-error';
import { reservedNames } from './run-files';

/** What stands in a run's folder before the run. */
export interface FolderState {
  /** Whether a run left something unfinished, or is at work. */
  readonly isUnfinished: boolean;
  /** What stands there besides. */
  readonly placed:
    | { readonly kind: 'empty' }
    | { readonly kind: 'complete'; readonly manifest: Manifest }
    | { readonly kind: 'foreign' };
}

/** The folder of a run: files lie under `_unfinished` until all of them are whole. */
export class RunFolder {
  readonly path: string;
  readonly unfinished: string;
  /** The outermost folder that had to be made. */
  #made: string | undefined;
  #lock: FolderLock | undefined;

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
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw outputError(error, this.path);
      names = [];
    }
    const others = names.filter((name) => name !== reservedNames.unfinished);
    return { isUnfinished: others.length < names.length, placed: await this.#placed(others) };
  }

  async #placed(names: readonly string[]): Promise<FolderState['placed']> {
    if (names.length === 0) return { kind: 'empty' };
    if (!names.includes(reservedNames.manifest)) return { kind: 'foreign' };
    try {
      return { kind: 'complete', manifest: await readManifest(this.path) };
    } catch {
      return { kind: 'foreign' };
    }
  }

  /**
   * Makes the folder, and sees to it that no other run writes into it.
   *
   * @throws SynthError `RUN_IN_USE`
   */
  async lock(): Promise<FolderLock> {
    for (;;) {
      this.#made = (await makeFolder(this.unfinished)) ?? this.#made;
      try {
        return (this.#lock = await lockFolder(this.unfinished));
      } catch (error) {
        // A run that ended in this moment took the folder away.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
        await rmdir(this.unfinished).catch(() => undefined);
        await this.#removeMade();
        throw error;
      }
    }
  }

  /** Begins anew. What an earlier, complete run left stays until this one is whole. */
  async begin(): Promise<void> {
    for (const name of await namesIn(this.unfinished)) {
      if (name !== lockName) await rm(join(this.unfinished, name), { recursive: true, force: true });
    }
  }

  /** Takes back what {@link lock} made: a run that failed before its first block leaves nothing behind. */
  async discard(): Promise<void> {
    await this.tidy();
    await this.#removeMade();
  }

  /** Removes the folders that this run made, from the innermost, as long as they hold nothing. */
  async #removeMade(): Promise<void> {
    if (this.#made === undefined) return;
    for (let at = resolve(this.path); at.startsWith(resolve(this.#made)); at = dirname(at)) {
      const isGone = await rmdir(at).then(
        () => true,
        () => false,
      );
      if (!isGone) return;
    }
  }

  /** Whether every file is there, as long as it should be, in its place or on the way to it. */
  async holds(files: readonly ManifestFile[]): Promise<boolean> {
    const isThere = async ({ path, bytes }: ManifestFile): Promise<boolean> => {
      for (const place of [this.temporary(path), join(this.path, path)]) {
        const found = await stat(place).catch(() => undefined);
        if (found !== undefined) return found.size === bytes;
      }
      return false;
    };
    return (await Promise.all(files.map(isThere))).every(Boolean);
  }

  /**
   * Puts whole files in their places, the manifest last. May be stopped anywhere and called again.
   *
   * @param files their paths
   */
  async publish(files: readonly string[]): Promise<void> {
    // From here on the folder is unfinished to everybody.
    await renameIfThere(join(this.path, reservedNames.manifest), this.temporary(earlierName));
    await this.#removeEarlier(new Set(files));
    for (const file of [...files, reservedNames.card]) await this.#place(file);
    await syncFolder(this.path);
    await this.#place(reservedNames.manifest);
    await syncFolder(this.path);
    await this.tidy();
  }

  /** Removes what is not in its place. The lock goes last: whoever takes it then finds nothing of this run. */
  async tidy(): Promise<void> {
    await this.begin();
    await this.#lock?.release();
    await rmdir(this.unfinished).catch(() => undefined);
  }

  async #removeEarlier(kept: ReadonlySet<string>): Promise<void> {
    const earlier = await readManifestFile(this.temporary(earlierName)).catch(() => undefined);
    for (const { path } of earlier?.reproducible.files ?? []) {
      if (kept.has(path)) continue;
      await rm(join(this.path, path), { force: true });
      // The folder of its parts goes with the last of them.
      if (path.includes('/')) await rmdir(dirname(join(this.path, path))).catch(() => undefined);
    }
  }

  async #place(file: string): Promise<void> {
    const to = join(this.path, file);
    if (file.includes('/')) await makeFolder(dirname(to));
    await renameIfThere(this.temporary(file), to);
    await stat(to);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const earlierName = 'earlier.json';

/** Renames a file, or leaves what an earlier call put in its place. */
async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
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
