import { z } from 'zod';
import type { TextLimits, TextModel } from '../../model/text-model';
import { functionOption, parseOptions } from '../../options/parse-options';
import { defaultModels } from '../default-models';
import { textLimitFields } from '../limit-fields';
import { geminiBatches } from './batches';
import type { GeminiClient } from './client';
import type { GeminiConnectionOptions } from './connection';
import { geminiConnection } from './connection';
import type { GeminiDialect } from './generate';
import { geminiAnswer, geminiParameters } from './generate';

/** Options of {@link geminiModel}. */
export interface GeminiModelOptions extends GeminiConnectionOptions {
  /** Default `gemini-2.5-flash-lite`. */
  readonly model?: string;
  /** What differs from the defaults: 1,048,576 tokens of context, 65,536 of answer, strict structured output. */
  readonly limits?: Partial<TextLimits>;
}

/** The zod fields of {@link GeminiConnectionOptions}. */
export const connectionFields = {
  apiKey: z.union([z.string(), functionOption<() => string | undefined>()]).optional(),
  baseUrl: z.string().min(1).optional(),
  client: z
    .custom<GeminiClient>((value) => typeof value === 'object' && value !== null, 'give a client')
    .optional(),
};

const schema = z.strictObject({
  ...connectionFields,
  model: z.string().min(1).default(defaultModels.gemini.text),
  limits: textLimitFields,
});

/**
 * A text model of Gemini. Needs the package `@google/genai` beside this one, or a `client`. Repeats nothing by itself:
 * wrap it (`guardModels`).
 *
 * Calls fail with `API_KEY_MISSING`, `SDK_MISSING`, `KEY_REFUSED`, `REQUEST_REFUSED`, `RATE_LIMITED`,
 * `QUOTA_EXHAUSTED`, `PROVIDER_FAILED`, `NETWORK_FAILED`, `ANSWER_MALFORMED`, `CALL_ABORTED`.
 *
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * geminiModel().name; // => 'gemini/gemini-2.5-flash-lite'
 * ```
 */
export function geminiModel(options: GeminiModelOptions = {}): TextModel {
  const parsed = parseOptions(schema, 'geminiModel', options);
  const { model } = parsed;
  const connection = geminiConnection(parsed);
  const { endpoint } = connection;
  const limits: TextLimits = {
    contextTokens: parsed.limits.contextTokens ?? 1_048_576,
    maxOutputTokens: parsed.limits.maxOutputTokens ?? 65_536,
    structuredOutput: parsed.limits.structuredOutput ?? 'strict',
  };
  const dialect: GeminiDialect = { model, structuredOutput: limits.structuredOutput };
  return {
    kind: 'text',
    specification: 'synth-llm-1',
    name: `gemini/${model}`,
    provider: 'gemini',
    model,
    ...(endpoint === undefined ? {} : { endpoint, details: { endpoint } }),
    offline: false,
    limits,
    batch: geminiBatches(connection, dialect),
    async doCall(request, context) {
      const { config, ...parameters } = geminiParameters(request, dialect);
      const body = await connection.send(model, context, (client, abort) =>
        client.models.generateContent({ ...parameters, config: { ...config, ...abort } }),
      );
      const answer = geminiAnswer(request, body, model);
      return { ...answer, text: connection.clean(answer.text) };
    },
  };
}
