import { throwIfAborted } from '../../errors/call-failure';
import { maskSecrets } from '../../errors/redact';
import type { KeyOption } from '../../keys/api-key';
import { apiKey, environmentVariable } from '../../keys/api-key';
import type { CallContext } from '../../model/model';
import { publicEndpoint } from '../endpoint';
import { sdkError } from '../sdk-failure';
import type { GeminiClient } from './client';
import { loadGeminiClient } from './load-client';
import { geminiFailure } from './sdk-failure';

/** What both kinds of Gemini model take. */
export interface GeminiConnectionOptions {
  /** The key, read when a call needs it. Default the environment variable GEMINI_API_KEY, then GOOGLE_API_KEY. */
  readonly apiKey?: KeyOption;
  /** Another server that speaks the protocol. Default the environment variable GOOGLE_GEMINI_BASE_URL, or Google. */
  readonly baseUrl?: string;
  /** A client of your own; the caller owns it. Default: the installed `@google/genai`, loaded on first use. */
  readonly client?: GeminiClient;
}

/** How an adapter reaches its server. */
export interface GeminiConnection {
  /** The address, when it is not Google's own. */
  readonly endpoint?: string;
  /** Sends a request; errors come out as this package's own, without secrets. */
  send<T>(
    model: string,
    context: CallContext,
    request: (client: GeminiClient, abort: { abortSignal?: AbortSignal }) => PromiseLike<T>,
  ): Promise<T>;
  /** A text without the key, should a server ever echo it. */
  clean(text: string): string;
}

/** Opens nothing: keys are read and the library is loaded by the first request. */
export function geminiConnection(options: GeminiConnectionOptions): GeminiConnection {
  const baseUrl = options.baseUrl ?? environmentVariable('GOOGLE_GEMINI_BASE_URL');
  let opened: { key: string; client: Promise<GeminiClient> } | undefined;

  const clientFor = (): { key: string; client: Promise<GeminiClient> } => {
    if (options.client !== undefined) return { key: '', client: Promise.resolve(options.client) };
    const key = apiKey('gemini', options.apiKey, ['GEMINI_API_KEY', 'GOOGLE_API_KEY']);
    if (opened?.key !== key) {
      const client = loadGeminiClient({ apiKey: key, ...(baseUrl === undefined ? {} : { baseUrl }) });
      opened = { key, client };
      // A library that is installed later is found by the next call.
      client.catch(() => (opened = undefined));
    }
    return opened;
  };

  return {
    ...(baseUrl === undefined ? {} : { endpoint: publicEndpoint(baseUrl) }),
    clean: (text) => (opened === undefined ? text : maskSecrets(text, [opened.key])),
    async send(model, context, request) {
      const { signal } = context;
      throwIfAborted(signal);
      const { key, client } = clientFor();
      const ready = await client;
      try {
        return await request(ready, signal === undefined ? {} : { abortSignal: signal });
      } catch (error) {
        throw sdkError(`gemini/${model}`, geminiFailure(error), signal, [key]);
      }
    },
  };
}
