export { geminiEmbeddingModel } from './gemini-embedding-model';
export { geminiModel } from './gemini-model';
export { geminiLibrary } from './load-client';

export type { GeminiClient, GeminiConfig, GeminiContent, GeminiJob } from './client';
export type { GeminiConnectionOptions } from './connection';
export type { GeminiEmbeddingModelOptions } from './gemini-embedding-model';
export type { GeminiModelOptions } from './gemini-model';
