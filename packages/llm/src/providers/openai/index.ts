export { openAiLibrary } from './load-client';
export { openAiEmbeddingModel } from './open-ai-embedding-model';
export { openAiModel } from './open-ai-model';

export type { ChatBody, EmbeddingBody, OpenAiBatches, OpenAiClient, OpenAiRequestOptions } from './client';
export type { OpenAiConnectionOptions } from './connection';
export type { OpenAiEmbeddingModelOptions } from './open-ai-embedding-model';
export type { OpenAiModelOptions } from './open-ai-model';
