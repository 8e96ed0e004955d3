import type { Model } from './model';
import type { Usage } from './usage';

/** What the vectors are for, where a model makes a difference. */
export type EmbeddingUse = 'document' | 'query' | 'similarity' | 'classification' | 'clustering';

/** A request for vectors of at most `limits.textsPerCall` texts. Plain JSON. */
export interface EmbeddingRequest {
  readonly texts: readonly string[];
  readonly dimensions: number;
  readonly use?: EmbeddingUse;
}

/** One vector a text, in the order of the texts. */
export interface EmbeddingAnswer {
  readonly vectors: readonly Float32Array[];
  readonly usage: Usage;
  readonly provider: string;
  readonly model: string;
  /** Whether no embedding model made these. */
  readonly offline: boolean;
  /** Where they were taken from, when no request was made for them. */
  readonly served?: 'cache' | 'cassette';
}

/** What an embedding model can do, as data. */
export interface EmbeddingLimits {
  readonly textsPerCall: number;
  /** The most tokens of one text. */
  readonly textTokens: number;
  /** The dimension when a request names none. */
  readonly dimensions: number;
  readonly maxDimensions: number;
}

/** A model that turns texts into vectors. */
export interface EmbeddingModel extends Model<EmbeddingRequest, EmbeddingAnswer> {
  readonly kind: 'embedding';
  readonly limits: EmbeddingLimits;
}
