import type { JsonSchema } from '@synth/core';
import type { Fault } from './fault';
import type { ServedAnswer, ServedRequest } from './served-request';

interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly content: string }[];
  readonly max_completion_tokens?: number;
  readonly max_tokens?: number;
  readonly response_format?: { readonly json_schema?: { readonly schema: JsonSchema } };
}

interface EmbeddingBody {
  readonly model: string;
  readonly input: readonly string[] | string;
  readonly dimensions?: number;
}

type Parsed = Omit<ServedRequest, 'index' | 'batch'>;

/** The request of a body, by the path it was sent to. */
export function openAiRequest(path: string, json: unknown): Parsed | undefined {
  if (path === '/v1/chat/completions') {
    const body = json as ChatBody;
    const schema = body.response_format?.json_schema?.schema;
    return {
      vendor: 'openai',
      kind: 'text',
      model: body.model,
      prompt: body.messages.map(({ content }) => content).join('\n'),
      texts: [],
      ...(schema === undefined ? {} : { schema }),
      maxOutputTokens: body.max_completion_tokens ?? body.max_tokens ?? 4096,
      body,
    };
  }
  if (path !== '/v1/embeddings') return undefined;
  const body = json as EmbeddingBody;
  const texts = typeof body.input === 'string' ? [body.input] : body.input;
  return {
    vendor: 'openai',
    kind: 'embedding',
    model: body.model,
    prompt: texts.join('\n'),
    texts,
    ...(body.dimensions === undefined ? {} : { dimensions: body.dimensions }),
    maxOutputTokens: 0,
    body,
  };
}

/** The body of an answer. */
export function openAiBody(request: ServedRequest, answer: ServedAnswer): unknown {
  const { inputTokens, outputTokens, countsTokens, finish } = answer;
  const total_tokens = inputTokens + outputTokens;
  if (request.kind === 'embedding') {
    const data = answer.vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
    const usage = countsTokens ? { usage: { prompt_tokens: inputTokens, total_tokens } } : {};
    return { object: 'list', model: request.model, data, ...usage };
  }
  const usage = { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens };
  return {
    id: `chatcmpl-${request.index}`,
    object: 'chat.completion',
    created: 0,
    model: request.model,
    choices: [
      {
        index: 0,
        finish_reason: finish === 'blocked' ? 'content_filter' : finish,
        message: { role: 'assistant', content: answer.text, refusal: null },
      },
    ],
    ...(countsTokens ? { usage } : {}),
  };
}

/** The body of a refusal. */
export function openAiError(fault: Extract<Fault, { kind: 'status' }>): unknown {
  const { status, code = null, message = `refused with status ${status}` } = fault;
  return { error: { message, type: 'server_error', param: null, code } };
}
