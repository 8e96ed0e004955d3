import { z } from 'zod';
import { callError } from '../../errors/call-failure';
import { checkVectors } from '../../model/check-vectors';
import type { EmbeddingAnswer, EmbeddingRequest } from '../../model/embedding-model';
import { noUsage } from '../../model/usage';
import { estimatedUsage } from '../estimated-usage';
import type { EmbeddingBody } from './client';

/** The body of a request. The dimension is sent only when it is not the model's own: few models let it be chosen. */
export function embeddingBody(
  request: EmbeddingRequest,
  model: string,
  ownDimensions: number,
): EmbeddingBody {
  const { texts, dimensions } = request;
  return {
    model,
    input: [...texts],
    ...(dimensions === ownDimensions ? {} : { dimensions }),
    // Without it the library asks for base64, and reads [] from servers that send numbers all the same.
    encoding_format: 'float',
  };
}

const answerSchema = z.object({
  model: z.string().optional(),
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()) })),
  usage: z.object({ prompt_tokens: z.number().min(0) }).nullish(),
});

/**
 * The vectors in a body, in the order of the texts.
 *
 * @throws SynthError `ANSWER_MALFORMED`, `EMBEDDING_INVALID`
 */
export function embeddingAnswer(request: EmbeddingRequest, body: unknown, model: string): EmbeddingAnswer {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) {
    throw callError('ANSWER_MALFORMED', `openai/${model}: the answer has no vectors of the known form`, {
      retryable: true,
      outcome: 'unknown',
    });
  }
  const { data, usage } = parsed.data;
  const byIndex = new Map(data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]));
  const vectors = request.texts.flatMap((_, i) => byIndex.get(i) ?? []);
  return checkVectors(request, {
    vectors,
    usage:
      usage === undefined || usage === null
        ? estimatedUsage(request)
        : { ...noUsage, inputTokens: usage.prompt_tokens },
    provider: 'openai',
    model: parsed.data.model ?? model,
    offline: false,
  });
}
