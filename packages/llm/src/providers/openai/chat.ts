import { z } from 'zod';
import { callError } from '../../errors/call-failure';
import type { FinishReason, TextAnswer, TextLimits, TextRequest } from '../../model/text-model';
import type { Usage } from '../../model/usage';
import { estimatedUsage } from '../estimated-usage';
import type { ChatBody } from './client';

/** How a server differs from OpenAI's own. */
export interface ChatDialect {
  readonly model: string;
  /** Where the limit of the answer stands: older and local servers know `max_tokens` only. */
  readonly tokenLimit: 'max_completion_tokens' | 'max_tokens';
  /** Whether to say how much to think even when that is `none`. */
  readonly sendsReasoning: boolean;
  readonly structuredOutput: TextLimits['structuredOutput'];
}

/** The body of a request. */
export function chatBody(request: TextRequest, dialect: ChatDialect): ChatBody {
  const { temperature, topP, seed, stop, reasoning = 'none' } = request;
  const format = responseFormat(request, dialect.structuredOutput);
  return {
    model: dialect.model,
    messages: request.messages.map(({ role, text }) => ({ role, content: text })),
    [dialect.tokenLimit]: request.maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(seed === undefined ? {} : { seed }),
    ...(stop === undefined ? {} : { stop: [...stop] }),
    ...(dialect.sendsReasoning || reasoning !== 'none' ? { reasoning_effort: reasoning } : {}),
    ...(format === undefined ? {} : { response_format: format }),
  };
}

function responseFormat(
  { output }: TextRequest,
  support: TextLimits['structuredOutput'],
): ChatBody['response_format'] | undefined {
  if (output === undefined || support === 'none') return undefined;
  if (support === 'json') return { type: 'json_object' };
  const { name, schema, strict } = output;
  return { type: 'json_schema', json_schema: { name, strict, schema } };
}

const count = z.number().min(0);

const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  prompt_tokens_details: z
    .object({ cached_tokens: count.nullish(), cache_write_tokens: count.nullish() })
    .nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: count.nullish() }).nullish(),
});

const answerSchema = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** The usage of an answer, or undefined where the server did not count. */
export function chatUsage(body: unknown): Usage | undefined {
  const parsed = z.object({ usage: usageSchema }).safeParse(body);
  if (!parsed.success) return undefined;
  const { usage } = parsed.data;
  return {
    inputTokens: usage.prompt_tokens,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    cacheWriteTokens: usage.prompt_tokens_details?.cache_write_tokens ?? 0,
    outputTokens: usage.completion_tokens,
    reasoningTokens: usage.completion_tokens_details?.reasoning_tokens ?? 0,
    estimated: false,
  };
}

const finishes: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  content_filter: 'blocked',
};

/**
 * The answer in a body. The client library does not check a body's form: this does.
 *
 * @throws SynthError `ANSWER_MALFORMED`
 */
export function chatAnswer(request: TextRequest, body: unknown, model: string): TextAnswer {
  const usage = chatUsage(body);
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) {
    throw callError('ANSWER_MALFORMED', `openai/${model}: the answer has no choices of the known form`, {
      retryable: true,
      ...(usage === undefined ? { outcome: 'unknown' } : { outcome: 'answered', usage }),
    });
  }
  const { finish_reason: reason, message } = parsed.data.choices[0]!;
  const { content, refusal } = message;
  const text = content ?? '';
  const refused = typeof refusal === 'string' && refusal !== '';
  const finish = refused ? 'blocked' : (finishes[reason ?? 'stop'] ?? 'other');
  const detail = refused ? 'refusal' : reason;
  return {
    text,
    finish,
    ...(finish === 'stop' || finish === 'length' ? {} : { finishDetail: detail ?? 'unknown' }),
    usage: usage ?? estimatedUsage(request, text),
    provider: 'openai',
    model: parsed.data.model ?? model,
    offline: false,
  };
}
