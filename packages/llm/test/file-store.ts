import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '@synth/core';

/** A store of files for tests: each value is written beside its place and renamed into it. */
export function fileStore(folder: string): Store {
  let writes = 0;
  const made = mkdir(folder, { recursive: true });
  const pathOf = async (key: string): Promise<string> => {
    await made;
    return join(folder, encodeURIComponent(key));
  };
  const absent = (error: { code?: string }): undefined => {
    if (error.code !== 'ENOENT') throw error;
  };
  return {
    async get(key) {
      const bytes = await readFile(await pathOf(key)).catch(absent);
      return bytes === undefined ? undefined : new Uint8Array(bytes);
    },
    async set(key, value) {
      const path = await pathOf(key);
      const beside = `${path}.${process.pid}-${writes++}.tmp`;
      await writeFile(beside, value);
      await rename(beside, path);
    },
    delete: async (key) => rm(await pathOf(key), { force: true }),
    async *list(prefix = '') {
      await made;
      for (const name of await readdir(folder)) {
        const key = decodeURIComponent(name);
        if (!name.endsWith('.tmp') && key.startsWith(prefix)) yield key;
      }
    },
  };
}
