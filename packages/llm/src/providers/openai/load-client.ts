import { loadError } from '../load-error';
import type { OpenAiClient } from './client';

/** The library behind the adapters of this entry. Loaded on first use; install it beside this package. */
export const openAiLibrary = { package: 'openai', range: '>=6.49 <8' } as const;

/**
 * A client of the installed `openai` package, its own retries off.
 *
 * @throws SynthError `SDK_MISSING`
 */
export async function loadOpenAiClient(settings: {
  apiKey: string;
  baseURL?: string;
}): Promise<OpenAiClient> {
  const { default: OpenAI } = await import('openai').catch((error: unknown) => {
    throw loadError(openAiLibrary, error);
  });
  return new OpenAI({ ...settings, maxRetries: 0 });
}
