import { z } from 'zod';
import type { EmbeddingAnswer } from '../model/embedding-model';
import type { ModelAnswer } from '../model/model';
import type { TextAnswer } from '../model/text-model';
import { base64ToFloat32, float32ToBase64 } from './float32-base64';

const count = z.number().min(0);

const common = {
  usage: z.strictObject({
    inputTokens: count,
    cachedInputTokens: count,
    cacheWriteTokens: count,
    outputTokens: count,
    reasoningTokens: count,
    estimated: z.boolean(),
  }),
  provider: z.string(),
  model: z.string(),
  offline: z.boolean(),
};

const textSchema = z.strictObject({
  ...common,
  text: z.string(),
  finish: z.enum(['stop', 'length', 'blocked', 'other']),
  finishDetail: z.string().optional(),
});

const embeddingSchema = z.strictObject({ ...common, vectors: z.array(z.base64()) });

/** An answer as JSON, without where it was taken from. */
export function answerToJson(answer: ModelAnswer): unknown {
  const { usage, provider, model, offline } = answer;
  if ('vectors' in answer) {
    return { vectors: answer.vectors.map(float32ToBase64), usage, provider, model, offline };
  }
  const { text, finish, finishDetail } = answer;
  return {
    text,
    finish,
    ...(finishDetail === undefined ? {} : { finishDetail }),
    usage,
    provider,
    model,
    offline,
  };
}

/** The answer of a stored value, or undefined when it is none. */
export function answerFromJson(
  value: unknown,
  served: 'cache' | 'cassette',
): TextAnswer | EmbeddingAnswer | undefined {
  const text = textSchema.safeParse(value);
  if (text.success) return { ...text.data, served };
  const embedding = embeddingSchema.safeParse(value);
  if (!embedding.success) return undefined;
  return { ...embedding.data, vectors: embedding.data.vectors.map(base64ToFloat32), served };
}
