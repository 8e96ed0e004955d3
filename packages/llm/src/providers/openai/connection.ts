import { systemClock } from '@synth/core';
import type { Clock } from '@synth/core';
import { throwIfAborted } from '../../errors/call-failure';
import { maskSecrets } from '../../errors/redact';
import type { KeyOption } from '../../keys/api-key';
import { apiKey, environmentVariable } from '../../keys/api-key';
import type { CallContext } from '../../model/model';
import { publicEndpoint } from '../endpoint';
import { sdkError } from '../sdk-failure';
import type { OpenAiClient, OpenAiRequestOptions } from './client';
import { loadOpenAiClient } from './load-client';
import { openAiFailure } from './sdk-failure';

/** What both kinds of OpenAI model take. */
export interface OpenAiConnectionOptions {
  /** The key, read when a call needs it. Default the environment variable OPENAI_API_KEY. */
  readonly apiKey?: KeyOption;
  /**
   * Another server that speaks the protocol: Ollama, vLLM, LM Studio, a proxy. Default the environment variable
   * OPENAI_BASE_URL, or OpenAI itself.
   */
  readonly baseUrl?: string;
  /** A client of your own; the caller owns it. Default: the installed `openai` package, loaded on first use. */
  readonly client?: OpenAiClient;
  /** Default the machine's clock. */
  readonly clock?: Clock;
}

/** How an adapter reaches its server. */
export interface OpenAiConnection {
  /** The address, when it is not OpenAI's own. */
  readonly endpoint?: string;
  /** Sends a request; errors come out as this package's own, without secrets. */
  send<T>(
    model: string,
    context: CallContext,
    request: (client: OpenAiClient, options: OpenAiRequestOptions) => PromiseLike<T>,
  ): Promise<T>;
  /** A text without the key, should a server ever echo it. */
  clean(text: string): string;
}

/** Opens nothing: keys are read and the library is loaded by the first request. */
export function openAiConnection(options: OpenAiConnectionOptions): OpenAiConnection {
  const { clock = systemClock } = options;
  const baseURL = options.baseUrl ?? environmentVariable('OPENAI_BASE_URL');
  let opened: { key: string; client: Promise<OpenAiClient> } | undefined;

  const clientFor = (): { key: string; client: Promise<OpenAiClient> } => {
    if (options.client !== undefined) return { key: '', client: Promise.resolve(options.client) };
    // Local servers ask for no key, the library does.
    const key =
      baseURL === undefined || options.apiKey !== undefined
        ? apiKey('openai', options.apiKey, ['OPENAI_API_KEY'])
        : (environmentVariable('OPENAI_API_KEY') ?? 'none');
    if (opened?.key !== key) {
      const client = loadOpenAiClient({ apiKey: key, ...(baseURL === undefined ? {} : { baseURL }) });
      opened = { key, client };
      // A library that is installed later is found by the next call.
      client.catch(() => (opened = undefined));
    }
    return opened;
  };

  return {
    ...(baseURL === undefined ? {} : { endpoint: publicEndpoint(baseURL) }),
    clean: (text) => (opened === undefined ? text : maskSecrets(text, secretsOf(opened.key))),
    async send(model, context, request) {
      throwIfAborted(context.signal);
      const { key, client } = clientFor();
      const ready = await client;
      try {
        // Repeating is the business of `retry`, also with a client of the caller's.
        const signal = context.signal === undefined ? {} : { signal: context.signal };
        return await request(ready, { ...signal, maxRetries: 0 });
      } catch (error) {
        throw sdkError(`openai/${model}`, openAiFailure(error, clock.now()), context.signal, secretsOf(key));
      }
    },
  };
}

// The stand-in for a key is no secret, and a word that texts may hold.
const secretsOf = (key: string): readonly string[] => (key === 'none' ? [] : [key]);
