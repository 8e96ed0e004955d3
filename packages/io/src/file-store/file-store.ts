import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { schemaOf } from '@synth/core';
import type { JsonSchema, Store } from '@synth/core';
import { z } from 'zod';
import { foldersOfPrefix, keyOfPath, pathOfKey } from './key-path';
import { storeError } from './store-error';

const settingsSchema = z.strictObject({
  folder: z.string().min(1).describe('where the values live; made when it is first written to'),
  durable: z.boolean().default(false).describe('whether a value outlives a loss of power'),
});
const settings = schemaOf(
  settingsSchema,
  () => z.toJSONSchema(settingsSchema, { io: 'input' }) as JsonSchema,
  'fileStore',
);

/** Options of {@link fileStore}. */
export interface FileStoreOptions {
  /** Where the values live. Made when it is first written to. */
  readonly folder: string;
  /**
   * Whether a value is on the disk when `set` resolves, which takes milliseconds: then it outlives a loss of power, too.
   * Default false: it outlives the process, however that ends.
   */
  readonly durable?: boolean;
}

/** Holds values that are being written. No key has a name with a `_`. */
const beginnings = '_writing';
const abandonedMs = 3_600_000;

/**
 * A store of files, a value each, for caches, cassettes and ledgers. Any number of processes may share one: a value is
 * written beside its place and renamed into it, so that a reader finds the old one or the new one, whole.
 *
 * Keys are any texts of 1 to 500 characters; each `/` begins a folder, so `list('answers/')` looks into one only. What
 * killed processes left half written is removed an hour later, by the next one that writes.
 *
 * Its methods reject with `STORE_UNREADABLE`, `STORE_UNWRITABLE`, `STORE_KEY_INVALID`.
 *
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { tmpdir } from 'node:os';
 * import { join } from 'node:path';
 * import { fileStore } from '@synth/io/file-store';
 *
 * const store = fileStore({ folder: await mkdtemp(join(tmpdir(), 'store-')) });
 * await store.set('answers/1', new TextEncoder().encode('whole'));
 * new TextDecoder().decode(await store.get('answers/1')); // => 'whole'
 * await store.get('answers/2'); // => undefined
 * ```
 */
export function fileStore(options: FileStoreOptions): Store {
  const { folder, durable } = settings.parse(options);
  let swept: Promise<void> | undefined;

  const write = async (value: Uint8Array): Promise<string> => {
    const path = join(folder, beginnings, randomUUID());
    const file = await withFolder(path, () => open(path, 'wx'));
    try {
      await file.writeFile(value);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    return path;
  };

  return {
    async get(key) {
      const path = join(folder, ...pathOfKey(key));
      try {
        return new Uint8Array(await readFile(path));
      } catch (error) {
        if (isAbsent(error)) return undefined;
        throw storeError('STORE_UNREADABLE', path, error);
      }
    },
    async set(key, value) {
      const path = join(folder, ...pathOfKey(key));
      let begun: string | undefined;
      try {
        begun = await write(value);
        await withFolder(path, () => rename(begun!, path));
        if (durable) await syncFolder(dirname(path));
        swept ??= sweep(join(folder, beginnings)).catch(() => undefined);
        await swept;
      } catch (error) {
        if (begun !== undefined) await rm(begun, { force: true }).catch(() => undefined);
        throw storeError('STORE_UNWRITABLE', path, error);
      }
    },
    async delete(key) {
      const path = join(folder, ...pathOfKey(key));
      await rm(path, { force: true }).catch((error: unknown) => {
        if (!isAbsent(error)) throw storeError('STORE_UNWRITABLE', path, error);
      });
    },
    async *list(prefix = '') {
      for await (const path of filesBelow(folder, foldersOfPrefix(prefix))) {
        const key = keyOfPath(path);
        if (key?.startsWith(prefix) === true) yield key;
      }
    },
  };
}

/** Nothing there, or something else there: below a file there is nothing. */
const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Does what needs the folder of a path, and makes it where it is not there. */
async function withFolder<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true });
    return work();
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Paths of the files below a folder, as names. What goes away meanwhile is not there. */
async function* filesBelow(root: string, at: readonly string[]): AsyncGenerator<readonly string[]> {
  const path = join(root, ...at);
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return;
    throw storeError('STORE_UNREADABLE', path, error);
  }
  for (const entry of entries) {
    if (entry.isFile()) yield [...at, entry.name];
    else if (entry.isDirectory() && entry.name !== beginnings) yield* filesBelow(root, [...at, entry.name]);
  }
}

/** Removes what killed processes left. The folder tells the time: it was just written to. */
async function sweep(folder: string): Promise<void> {
  const { mtimeMs: now } = await stat(folder);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > abandonedMs) await rm(path, { force: true });
  }
}
