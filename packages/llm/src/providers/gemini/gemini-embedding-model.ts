import { z } from 'zod';
import type { EmbeddingLimits, EmbeddingModel } from '../../model/embedding-model';
import { parseOptions } from '../../options/parse-options';
import { defaultModels } from '../default-models';
import { embeddingLimitFields } from '../limit-fields';
import type { GeminiConnectionOptions } from './connection';
import { geminiConnection } from './connection';
import { embeddingAnswer, embeddingParameters } from './embeddings';
import { connectionFields } from './gemini-model';

/** Options of {@link geminiEmbeddingModel}. */
export interface GeminiEmbeddingModelOptions extends GeminiConnectionOptions {
  /** Default `gemini-embedding-001`. */
  readonly model?: string;
  /** What differs from the defaults: 100 texts a call, 2,048 tokens a text, 3,072 dimensions. */
  readonly limits?: Partial<EmbeddingLimits>;
}

const schema = z.strictObject({
  ...connectionFields,
  model: z.string().min(1).default(defaultModels.gemini.embedding),
  limits: embeddingLimitFields,
});

/**
 * An embedding model of Gemini; vectors come at unit length. The service counts no tokens for embeddings: a budget
 * books the most that they can have been. Needs the package `@google/genai` beside this one, or a `client`.
 *
 * Calls fail as those of `geminiModel`, and with `EMBEDDING_INVALID`.
 *
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * geminiEmbeddingModel().limits.textsPerCall; // => 100
 * ```
 */
export function geminiEmbeddingModel(options: GeminiEmbeddingModelOptions = {}): EmbeddingModel {
  const parsed = parseOptions(schema, 'geminiEmbeddingModel', options);
  const { model } = parsed;
  const connection = geminiConnection(parsed);
  const { endpoint } = connection;
  const { dimensions = 3072 } = parsed.limits;
  return {
    kind: 'embedding',
    specification: 'synth-llm-1',
    name: `gemini/${model}`,
    provider: 'gemini',
    model,
    ...(endpoint === undefined ? {} : { endpoint, details: { endpoint } }),
    offline: false,
    limits: {
      textsPerCall: parsed.limits.textsPerCall ?? 100,
      textTokens: parsed.limits.textTokens ?? 2048,
      dimensions,
      maxDimensions: parsed.limits.maxDimensions ?? dimensions,
    },
    async doCall(request, context) {
      const { config, ...parameters } = embeddingParameters(request, model);
      const body = await connection.send(model, context, (client, abort) =>
        client.models.embedContent({ ...parameters, config: { ...config, ...abort } }),
      );
      return embeddingAnswer(request, body, model);
    },
  };
}
