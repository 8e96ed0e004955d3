import type { Store } from '@synth/core';

/**
 * A store that lives as long as the process: for tests and short runs. Files are `@synth/io/file-store`.
 *
 * @example
 * ```ts
 * const store = memoryStore();
 * await store.set('a', new Uint8Array([1]));
 * (await store.get('a'))?.length; // => 1
 * ```
 */
export function memoryStore(): Store {
  const values = new Map<string, Uint8Array>();
  return {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => {
      values.delete(key);
      return Promise.resolve();
    },
    async *list(prefix = '') {
      for (const key of [...values.keys()]) if (key.startsWith(prefix)) yield key;
    },
  };
}
