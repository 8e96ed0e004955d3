import { z } from 'zod';
import type { TextLimits, TextModel } from '../../model/text-model';
import { clockOption, functionOption, parseOptions } from '../../options/parse-options';
import { defaultModels } from '../default-models';
import { textLimitFields } from '../limit-fields';
import { chatBatches } from './batches';
import { chatAnswer, chatBody } from './chat';
import type { ChatDialect } from './chat';
import type { OpenAiClient } from './client';
import type { OpenAiConnectionOptions } from './connection';
import { openAiConnection } from './connection';

/** Options of {@link openAiModel}. */
export interface OpenAiModelOptions extends OpenAiConnectionOptions {
  /** Default `gpt-6-luna`. */
  readonly model?: string;
  /** What differs from the defaults: 128,000 tokens of context, 16,384 of answer, strict structured output. */
  readonly limits?: Partial<TextLimits>;
  /** The field that limits an answer. Default `max_completion_tokens` at OpenAI, `max_tokens` elsewhere. */
  readonly tokenLimit?: ChatDialect['tokenLimit'];
}

/** The zod fields of {@link OpenAiConnectionOptions}. */
export const connectionFields = {
  apiKey: z.union([z.string(), functionOption<() => string | undefined>()]).optional(),
  baseUrl: z.string().min(1).optional(),
  client: z
    .custom<OpenAiClient>((value) => typeof value === 'object' && value !== null, 'give a client')
    .optional(),
  clock: clockOption.optional(),
};

const schema = z.strictObject({
  ...connectionFields,
  model: z.string().min(1).default(defaultModels.openai.text),
  limits: textLimitFields,
  tokenLimit: z.enum(['max_completion_tokens', 'max_tokens']).optional(),
});

// These think unless told not to, and take `none` for an answer.
const thinksByDefault = /^gpt-(?:5\.\d|[6-9])/;

/**
 * A text model of OpenAI, or of any server that speaks its chat protocol (option `baseUrl`): Ollama, vLLM, LM Studio.
 * Needs the package `openai` beside this one, or a `client`. Repeats nothing by itself: wrap it (`guardModels`).
 *
 * Calls fail with `API_KEY_MISSING`, `SDK_MISSING`, `KEY_REFUSED`, `REQUEST_REFUSED`, `RATE_LIMITED`,
 * `QUOTA_EXHAUSTED`, `PROVIDER_FAILED`, `NETWORK_FAILED`, `ANSWER_MALFORMED`, `CALL_ABORTED`.
 *
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * openAiModel({ model: 'llama3.2', baseUrl: 'http://127.0.0.1:11434/v1' }).name; // => 'openai/llama3.2'
 * ```
 */
export function openAiModel(options: OpenAiModelOptions = {}): TextModel {
  const parsed = parseOptions(schema, 'openAiModel', options);
  const { model } = parsed;
  const connection = openAiConnection(parsed);
  const { endpoint } = connection;
  const limits: TextLimits = {
    contextTokens: parsed.limits.contextTokens ?? 128_000,
    maxOutputTokens: parsed.limits.maxOutputTokens ?? 16_384,
    structuredOutput: parsed.limits.structuredOutput ?? 'strict',
  };
  const dialect: ChatDialect = {
    model,
    tokenLimit: parsed.tokenLimit ?? (endpoint === undefined ? 'max_completion_tokens' : 'max_tokens'),
    sendsReasoning: endpoint === undefined && thinksByDefault.test(model),
    structuredOutput: limits.structuredOutput,
  };
  return {
    kind: 'text',
    specification: 'synth-llm-1',
    name: `openai/${model}`,
    provider: 'openai',
    model,
    ...(endpoint === undefined ? {} : { endpoint, details: { endpoint } }),
    offline: false,
    limits,
    batch: chatBatches(connection, dialect),
    async doCall(request, context) {
      const body = await connection.send(model, context, (client, settings) =>
        client.chat.completions.create(chatBody(request, dialect), settings),
      );
      const answer = chatAnswer(request, body, model);
      return { ...answer, text: connection.clean(answer.text) };
    },
  };
}
