import { loadError } from '../load-error';
import type { GeminiClient } from './client';

/** The library behind the adapters of this entry. Loaded on first use; install it beside this package. */
export const geminiLibrary = { package: '@google/genai', range: '>=2.32 <4' } as const;

/**
 * A client of the installed `@google/genai` package. It repeats nothing unless told to.
 *
 * @throws SynthError `SDK_MISSING`
 */
export async function loadGeminiClient(settings: {
  apiKey: string;
  baseUrl?: string;
}): Promise<GeminiClient> {
  const { GoogleGenAI } = await import('@google/genai').catch((error: unknown) => {
    throw loadError(geminiLibrary, error);
  });
  const { apiKey, baseUrl } = settings;
  const httpOptions = {
    // Version 3 of the library calls another version of the API by default.
    apiVersion: 'v1beta',
    ...(baseUrl === undefined ? {} : { baseUrl }),
    // Otherwise it reaches for a part of Node that sandboxes, Jest's among them, do not show.
    fetch: globalThis.fetch,
  };
  return new GoogleGenAI({ apiKey, httpOptions });
}
