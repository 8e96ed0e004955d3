import { z } from 'zod';
import { callError } from '../../errors/call-failure';
import type { FinishReason, TextAnswer, TextLimits, TextRequest } from '../../model/text-model';
import type { Usage } from '../../model/usage';
import { estimatedUsage } from '../estimated-usage';
import type { GeminiConfig, GeminiContent } from './client';

/** How a model is asked. */
export interface GeminiDialect {
  readonly model: string;
  readonly structuredOutput: TextLimits['structuredOutput'];
}

/** The conversation and settings of a request. */
export function geminiParameters(
  request: TextRequest,
  dialect: GeminiDialect,
): { model: string; contents: GeminiContent[]; config: GeminiConfig } {
  const { temperature, topP, seed, stop } = request;
  const system = request.messages.filter(({ role }) => role === 'system').map(({ text }) => text);
  const contents = request.messages
    .filter(({ role }) => role !== 'system')
    .map(({ role, text }): GeminiContent => ({
      role: role === 'assistant' ? 'model' : 'user',
      parts: [{ text }],
    }));
  const config: GeminiConfig = {
    ...(system.length === 0 ? {} : { systemInstruction: system.join('\n\n') }),
    maxOutputTokens: request.maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { topP }),
    ...(seed === undefined ? {} : { seed }),
    ...(stop === undefined ? {} : { stopSequences: [...stop] }),
    ...outputConfig(request, dialect.structuredOutput),
    ...thinking(request, dialect.model),
  };
  return { model: dialect.model, contents, config };
}

function outputConfig({ output }: TextRequest, support: TextLimits['structuredOutput']): GeminiConfig {
  if (output === undefined || support === 'none') return {};
  const json = { responseMimeType: 'application/json' };
  return support === 'json' ? json : { ...json, responseJsonSchema: output.schema };
}

// Tokens of thought. The 2.5 models take a budget, and later ones too; 0 turns it off where that is possible.
const budgets = { none: 0, low: 1024, medium: 8192, high: 24_576 } as const;

function thinking({ reasoning = 'none' }: TextRequest, model: string): GeminiConfig {
  const always = /pro/.test(model);
  return reasoning === 'none' && always ? {} : { thinkingConfig: { thinkingBudget: budgets[reasoning] } };
}

const count = z.number().min(0);

const usageSchema = z.object({
  promptTokenCount: count,
  cachedContentTokenCount: count.nullish(),
  candidatesTokenCount: count.nullish(),
  thoughtsTokenCount: count.nullish(),
});

const answerSchema = z.object({
  modelVersion: z.string().optional(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  candidates: z
    .array(
      z.object({
        finishReason: z.string().nullish(),
        content: z
          .object({
            parts: z
              .array(z.object({ text: z.string().nullish(), thought: z.boolean().nullish() }))
              .nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
});

/** The usage of an answer, or undefined where it has none. Thoughts are billed as output, and counted apart. */
export function geminiUsage(body: unknown): Usage | undefined {
  const parsed = z.object({ usageMetadata: usageSchema }).safeParse(body);
  if (!parsed.success) return undefined;
  const { promptTokenCount, cachedContentTokenCount, candidatesTokenCount, thoughtsTokenCount } =
    parsed.data.usageMetadata;
  const thoughts = thoughtsTokenCount ?? 0;
  return {
    inputTokens: promptTokenCount,
    cachedInputTokens: cachedContentTokenCount ?? 0,
    cacheWriteTokens: 0,
    outputTokens: (candidatesTokenCount ?? 0) + thoughts,
    reasoningTokens: thoughts,
    estimated: false,
  };
}

const finishes: Readonly<Record<string, FinishReason>> = {
  STOP: 'stop',
  MAX_TOKENS: 'length',
  SAFETY: 'blocked',
  RECITATION: 'blocked',
  BLOCKLIST: 'blocked',
  PROHIBITED_CONTENT: 'blocked',
  SPII: 'blocked',
};

/**
 * The answer in a body: a blocked prompt and a cut answer are successes to the client library.
 *
 * @throws SynthError `ANSWER_MALFORMED`
 */
export function geminiAnswer(request: TextRequest, body: unknown, model: string): TextAnswer {
  const usage = geminiUsage(body);
  const parsed = answerSchema.safeParse(body);
  const candidate = parsed.data?.candidates?.[0];
  const blockReason = parsed.data?.promptFeedback?.blockReason ?? undefined;
  if (candidate === undefined && blockReason === undefined) {
    throw callError('ANSWER_MALFORMED', `gemini/${model}: the answer has no candidates of the known form`, {
      retryable: true,
      ...(usage === undefined ? { outcome: 'unknown' } : { outcome: 'answered', usage }),
    });
  }
  const parts = candidate?.content?.parts ?? [];
  const text = parts.map((part) => (part.thought === true ? '' : (part.text ?? ''))).join('');
  const reason = blockReason ?? candidate?.finishReason ?? 'STOP';
  const finish = blockReason === undefined ? (finishes[reason] ?? 'other') : 'blocked';
  return {
    text,
    finish,
    ...(finish === 'stop' || finish === 'length' ? {} : { finishDetail: reason }),
    usage: usage ?? estimatedUsage(request, text),
    provider: 'gemini',
    model: parsed.data?.modelVersion ?? model,
    offline: false,
  };
}
