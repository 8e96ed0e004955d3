import { z } from 'zod';
import { throwIfAborted } from '../../errors/call-failure';
import type { EmbeddingModel } from '../../model/embedding-model';
import { parseOptions } from '../../options/parse-options';
import { estimatedUsage } from '../estimated-usage';
import { textVector } from './hash-text';

/** Options of {@link offlineEmbeddingModel}. */
export interface OfflineEmbeddingModelOptions {
  /** The dimension when a request names none. Default 512. */
  readonly dimensions?: number;
}

const schema = z.strictObject({ dimensions: z.int().min(1).max(65_536).default(512) });

/**
 * An embedding model that needs no key and no network: hashed words, pairs of words and pieces of words, at unit
 * length, of any dimension. Texts that share words or spellings are near; meaning without shared letters is not seen.
 * It says of every answer that it is offline.
 *
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * offlineEmbeddingModel({ dimensions: 1536 }).limits.dimensions; // => 1536
 * ```
 */
export function offlineEmbeddingModel(options: OfflineEmbeddingModelOptions = {}): EmbeddingModel {
  const { dimensions } = parseOptions(schema, 'offlineEmbeddingModel', options);
  return {
    kind: 'embedding',
    specification: 'synth-llm-1',
    name: 'offline/ngrams',
    provider: 'offline',
    model: 'ngrams',
    details: { offline: true },
    offline: true,
    fingerprint: 'ngrams-1',
    limits: { textsPerCall: 100, textTokens: 1_048_576, dimensions, maxDimensions: 65_536 },
    doCall: async (request, context) => {
      throwIfAborted(context.signal);
      return {
        vectors: request.texts.map((text) => textVector(text, request.dimensions)),
        usage: estimatedUsage(request),
        provider: 'offline',
        model: 'ngrams',
        offline: true,
      };
    },
  };
}
