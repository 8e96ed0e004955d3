import { z } from 'zod';
import type { EmbeddingLimits, EmbeddingModel } from '../../model/embedding-model';
import { parseOptions } from '../../options/parse-options';
import { defaultModels } from '../default-models';
import { embeddingLimitFields } from '../limit-fields';
import { embeddingBatches } from './batches';
import type { OpenAiConnectionOptions } from './connection';
import { openAiConnection } from './connection';
import { embeddingAnswer, embeddingBody } from './embeddings';
import { connectionFields } from './open-ai-model';

/** Options of {@link openAiEmbeddingModel}. */
export interface OpenAiEmbeddingModelOptions extends OpenAiConnectionOptions {
  /** Default `text-embedding-3-small`. */
  readonly model?: string;
  /** What differs from the defaults: 100 texts a call, 8,191 tokens a text, 1,536 dimensions. */
  readonly limits?: Partial<EmbeddingLimits>;
}

const schema = z.strictObject({
  ...connectionFields,
  model: z.string().min(1).default(defaultModels.openai.embedding),
  limits: embeddingLimitFields,
});

/**
 * An embedding model of OpenAI, or of any server that speaks its protocol. Needs the package `openai` beside this one,
 * or a `client`.
 *
 * Calls fail as those of `openAiModel`, and with `EMBEDDING_INVALID`.
 *
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * openAiEmbeddingModel().limits.dimensions; // => 1536
 * ```
 */
export function openAiEmbeddingModel(options: OpenAiEmbeddingModelOptions = {}): EmbeddingModel {
  const parsed = parseOptions(schema, 'openAiEmbeddingModel', options);
  const { model } = parsed;
  const connection = openAiConnection(parsed);
  const { endpoint } = connection;
  const { dimensions = 1536 } = parsed.limits;
  const limits: EmbeddingLimits = {
    textsPerCall: parsed.limits.textsPerCall ?? 100,
    textTokens: parsed.limits.textTokens ?? 8191,
    dimensions,
    maxDimensions: parsed.limits.maxDimensions ?? dimensions,
  };
  return {
    kind: 'embedding',
    specification: 'synth-llm-1',
    name: `openai/${model}`,
    provider: 'openai',
    model,
    ...(endpoint === undefined ? {} : { endpoint, details: { endpoint } }),
    offline: false,
    limits,
    batch: embeddingBatches(connection, model, limits.dimensions),
    async doCall(request, context) {
      const body = await connection.send(model, context, (client, settings) =>
        client.embeddings.create(embeddingBody(request, model, limits.dimensions), settings),
      );
      return embeddingAnswer(request, body, model);
    },
  };
}
