import type { Store } from '@synth/core';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What stands under a key: nothing, or a JSON value, or something that is not JSON (`value` undefined). */
export async function readJson(
  store: Store,
  key: string,
): Promise<{ readonly bytes: number; readonly value: unknown } | undefined> {
  const stored = await store.get(key);
  if (stored === undefined) return undefined;
  return { bytes: stored.length, value: parsed(decoder.decode(stored)) };
}

/** Writes a text under a key. */
export const writeText = (store: Store, key: string, text: string): Promise<void> =>
  store.set(key, encoder.encode(text));

/** Writes a JSON value under a key. */
export const writeJson = (store: Store, key: string, value: unknown): Promise<void> =>
  writeText(store, key, JSON.stringify(value));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
