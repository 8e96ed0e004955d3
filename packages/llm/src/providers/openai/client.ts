/** Options of one request of the `openai` package, as far as they are used. */
export interface OpenAiRequestOptions {
  readonly signal?: AbortSignal;
  readonly maxRetries?: number;
}

/** The body of `POST /chat/completions`, as far as it is used. */
export interface ChatBody {
  model: string;
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  max_completion_tokens?: number;
  max_tokens?: number;
  temperature?: number;
  top_p?: number;
  seed?: number;
  stop?: string[];
  reasoning_effort?: 'none' | 'low' | 'medium' | 'high';
  response_format?:
    | {
        type: 'json_schema';
        json_schema: { name: string; strict: boolean; schema: Record<string, unknown> };
      }
    | { type: 'json_object' };
}

/** The body of `POST /embeddings`, as far as it is used. */
export interface EmbeddingBody {
  model: string;
  input: string[];
  dimensions?: number;
  encoding_format: 'float';
}

/** The part of an OpenAI client that batches need. */
export interface OpenAiBatches {
  readonly files: {
    create(
      body: { file: File; purpose: 'batch' },
      options?: OpenAiRequestOptions,
    ): PromiseLike<{ id: string }>;
    content(id: string, options?: OpenAiRequestOptions): PromiseLike<{ text(): Promise<string> }>;
  };
  readonly batches: {
    create(
      body: {
        input_file_id: string;
        endpoint: '/v1/chat/completions' | '/v1/embeddings';
        completion_window: '24h';
        metadata: Record<string, string>;
      },
      options?: OpenAiRequestOptions,
    ): PromiseLike<{ id: string }>;
    retrieve(id: string, options?: OpenAiRequestOptions): PromiseLike<unknown>;
    list(query: { limit: number }, options?: OpenAiRequestOptions): AsyncIterable<unknown>;
  };
}

/**
 * The part of an OpenAI client that is used: `new OpenAI()` of `openai` 6 or 7 fits, and so does any client of this
 * shape.
 */
export interface OpenAiClient extends OpenAiBatches {
  readonly chat: {
    readonly completions: { create(body: ChatBody, options?: OpenAiRequestOptions): PromiseLike<unknown> };
  };
  readonly embeddings: { create(body: EmbeddingBody, options?: OpenAiRequestOptions): PromiseLike<unknown> };
}
