/** A part of a conversation, as Gemini has it. */
export interface GeminiContent {
  role: 'user' | 'model';
  parts: { text: string }[];
}

/** Settings of a generation, as far as they are used. */
export interface GeminiConfig {
  systemInstruction?: string;
  maxOutputTokens?: number;
  temperature?: number;
  topP?: number;
  seed?: number;
  stopSequences?: string[];
  responseMimeType?: string;
  responseJsonSchema?: unknown;
  thinkingConfig?: { thinkingBudget?: number };
  abortSignal?: AbortSignal;
}

/** A job, as far as it is used. */
export interface GeminiJob {
  name?: string;
  displayName?: string;
}

/**
 * The part of a Gemini client that is used: `new GoogleGenAI()` of `@google/genai` 2 or 3 fits, and so does any client
 * of this shape.
 */
export interface GeminiClient {
  readonly models: {
    generateContent(parameters: {
      model: string;
      contents: GeminiContent[];
      config?: GeminiConfig;
    }): PromiseLike<unknown>;
    embedContent(parameters: {
      model: string;
      contents: GeminiContent[];
      config?: { outputDimensionality?: number; taskType?: string; abortSignal?: AbortSignal };
    }): PromiseLike<unknown>;
  };
  readonly batches: {
    create(parameters: {
      model: string;
      src: { contents: GeminiContent[]; metadata: Record<string, string>; config: GeminiConfig }[];
      config: { displayName: string; abortSignal?: AbortSignal };
    }): PromiseLike<GeminiJob>;
    get(parameters: { name: string; config?: { abortSignal?: AbortSignal } }): PromiseLike<unknown>;
    list(parameters: {
      config: { pageSize: number; abortSignal?: AbortSignal };
    }): PromiseLike<AsyncIterable<GeminiJob>>;
  };
}
