import { z } from 'zod';
import { callError } from '../../errors/call-failure';
import { checkVectors } from '../../model/check-vectors';
import type { EmbeddingAnswer, EmbeddingRequest, EmbeddingUse } from '../../model/embedding-model';
import { estimatedUsage } from '../estimated-usage';
import type { GeminiContent } from './client';

const uses: Readonly<Record<EmbeddingUse, string>> = {
  document: 'RETRIEVAL_DOCUMENT',
  query: 'RETRIEVAL_QUERY',
  similarity: 'SEMANTIC_SIMILARITY',
  classification: 'CLASSIFICATION',
  clustering: 'CLUSTERING',
};

/** What to ask for. Each text is a content of its own: of bare texts the library makes one, for the newest models. */
export function embeddingParameters(
  { texts, dimensions, use }: EmbeddingRequest,
  model: string,
): {
  model: string;
  contents: GeminiContent[];
  config: { outputDimensionality: number; taskType?: string };
} {
  return {
    model,
    contents: texts.map((text) => ({ role: 'user', parts: [{ text }] })),
    config: { outputDimensionality: dimensions, ...(use === undefined ? {} : { taskType: uses[use] }) },
  };
}

const answerSchema = z.object({ embeddings: z.array(z.object({ values: z.array(z.number()) })) });

/**
 * The vectors of an answer, at unit length: the service gives that to whole vectors only, not to shortened ones. It
 * counts no tokens, so the usage is estimated.
 *
 * @throws SynthError `ANSWER_MALFORMED`, `EMBEDDING_INVALID`
 */
export function embeddingAnswer(request: EmbeddingRequest, body: unknown, model: string): EmbeddingAnswer {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) {
    throw callError('ANSWER_MALFORMED', `gemini/${model}: the answer has no vectors of the known form`, {
      retryable: true,
      outcome: 'unknown',
    });
  }
  return checkVectors(request, {
    vectors: parsed.data.embeddings.map(({ values }) => unitLength(values)),
    usage: estimatedUsage(request),
    provider: 'gemini',
    model,
    offline: false,
  });
}

function unitLength(values: readonly number[]): Float32Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(values, (value) => (length === 0 ? value : value / length));
}
