import type { JsonSchema } from '@synth/core';
import type { Fault } from './fault';
import type { ServedAnswer, ServedRequest } from './served-request';

interface Content {
  readonly parts?: readonly { readonly text?: string }[];
}

interface GenerateBody {
  readonly contents: readonly Content[];
  readonly systemInstruction?: Content;
  readonly generationConfig?: { readonly maxOutputTokens?: number; readonly responseJsonSchema?: JsonSchema };
}

interface EmbedBody {
  readonly requests: readonly { readonly content: Content; readonly outputDimensionality?: number }[];
}

type Parsed = Omit<ServedRequest, 'index' | 'batch'>;

const route = /^\/v1(?:beta)?\/models\/([^:/]+):(\w+)$/;

/** The model and method of a path. */
export function geminiRoute(path: string): { readonly model: string; readonly method: string } | undefined {
  const match = route.exec(path);
  return match === null ? undefined : { model: match[1]!, method: match[2]! };
}

const textOf = ({ parts = [] }: Content): string => parts.map(({ text = '' }) => text).join('\n');

/** The request of a body for text. */
export function geminiTextRequest(model: string, json: unknown): Parsed {
  const body = json as GenerateBody;
  const { maxOutputTokens = 8192, responseJsonSchema: schema } = body.generationConfig ?? {};
  const system = body.systemInstruction === undefined ? [] : [body.systemInstruction];
  return {
    vendor: 'gemini',
    kind: 'text',
    model,
    prompt: [...system, ...body.contents].map(textOf).join('\n'),
    texts: [],
    ...(schema === undefined ? {} : { schema }),
    maxOutputTokens,
    body,
  };
}

/** The request of a body for vectors. */
export function geminiEmbeddingRequest(model: string, json: unknown): Parsed {
  const body = json as EmbedBody;
  const texts = body.requests.map(({ content }) => textOf(content));
  const dimensions = body.requests[0]?.outputDimensionality;
  return {
    vendor: 'gemini',
    kind: 'embedding',
    model,
    prompt: texts.join('\n'),
    texts,
    ...(dimensions === undefined ? {} : { dimensions }),
    maxOutputTokens: 0,
    body,
  };
}

/** The body of an answer. Embeddings have no count of tokens, as with the real service. */
export function geminiBody(request: ServedRequest, answer: ServedAnswer): unknown {
  if (request.kind === 'embedding') return { embeddings: answer.vectors.map((values) => ({ values })) };
  const { inputTokens, outputTokens, countsTokens, finish, text } = answer;
  const usageMetadata = {
    promptTokenCount: inputTokens,
    candidatesTokenCount: outputTokens,
    totalTokenCount: inputTokens + outputTokens,
  };
  const usage = countsTokens ? { usageMetadata } : {};
  if (finish === 'blocked') {
    return { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, modelVersion: request.model, ...usage };
  }
  const content = { role: 'model', parts: [{ text }] };
  const finishReason = finish === 'length' ? 'MAX_TOKENS' : 'STOP';
  return { candidates: [{ content, finishReason, index: 0 }], modelVersion: request.model, ...usage };
}

const statusNames: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/** The body of a refusal. */
export function geminiError(fault: Extract<Fault, { kind: 'status' }>): unknown {
  const { status, retryAfter, code, message = `refused with status ${status}` } = fault;
  const retryInfo = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${retryAfter}s` };
  const reason = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: code };
  const details = [...(retryAfter === undefined ? [] : [retryInfo]), ...(code === undefined ? [] : [reason])];
  return { error: { code: status, message, status: statusNames[status] ?? 'UNKNOWN', details } };
}
