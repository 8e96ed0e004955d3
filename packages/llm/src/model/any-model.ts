import type { EmbeddingModel } from './embedding-model';
import type { TextModel } from './text-model';

/** A model of any kind. */
export type AnyModel = TextModel | EmbeddingModel;
