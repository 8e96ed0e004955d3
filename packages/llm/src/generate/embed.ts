import { z } from 'zod';
import { checkVectors } from '../model/check-vectors';
import type { EmbeddingAnswer, EmbeddingModel, EmbeddingUse } from '../model/embedding-model';
import { addUsage, noUsage } from '../model/usage';
import type { Usage } from '../model/usage';
import { parseOptions } from '../options/parse-options';

/** Options of {@link embed}. */
export interface EmbedOptions {
  readonly model: EmbeddingModel;
  readonly texts: readonly string[];
  /** Numbers of a vector. Default the model's. */
  readonly dimensions?: number;
  /** What the vectors are for, where the model makes a difference. */
  readonly use?: EmbeddingUse;
  /** Requests under way at once. Default 4. */
  readonly parallel?: number;
  /** What the call is for, in the ledger. Default `general`. */
  readonly purpose?: string;
  readonly signal?: AbortSignal;
}

/** What {@link embed} gives. */
export interface Embedded {
  /** One vector a text, in the order of the texts. */
  readonly vectors: readonly Float32Array[];
  readonly dimensions: number;
  readonly usage: Usage;
  /** Batches asked for: the texts in groups of the model's limit. */
  readonly calls: number;
  /** Whether no embedding model made these. */
  readonly offline: boolean;
}

const modelOption = z.custom<EmbeddingModel>(
  (value) =>
    typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'embedding',
  'give an embedding model',
);

const schema = z.strictObject({
  model: modelOption,
  texts: z.array(z.string()),
  dimensions: z.int().min(1).optional(),
  use: z.enum(['document', 'query', 'similarity', 'classification', 'clustering']).optional(),
  parallel: z.int().min(1).default(4),
  purpose: z.string().min(1).optional(),
  signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal, 'give an AbortSignal').optional(),
});

/**
 * Turns texts into vectors, in batches of the model's limit (100 by default). All of them or an error: after the first
 * batch that fails no further one is begun, those under way are let finish, so that a cache keeps what is paid for.
 *
 * @throws SynthError `CONFIG_INVALID`; `EMBEDDING_INVALID` for a missing vector or another dimension; and what the
 * model and its middleware raise
 * @example
 * ```ts
 * const { vectors } = await embed({ model: offlineEmbeddingModel(), texts: ['red shoes', 'blue shoes'], dimensions: 64 });
 * vectors.length; // => 2
 * vectors[0]?.length; // => 64
 * ```
 */
export async function embed(options: EmbedOptions): Promise<Embedded> {
  const { model, texts, use, parallel, purpose, signal, ...given } = parseOptions(schema, 'embed', options);
  const { dimensions = model.limits.dimensions } = given;
  const context = {
    ...(purpose === undefined ? {} : { purpose }),
    ...(signal === undefined ? {} : { signal }),
  };
  const size = model.limits.textsPerCall;
  const answers: EmbeddingAnswer[] = new Array(Math.ceil(texts.length / size));
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (!failed && next < answers.length) {
      const at = next++;
      const batch = texts.slice(at * size, (at + 1) * size);
      const request = { texts: batch, dimensions, ...(use === undefined ? {} : { use }) };
      try {
        answers[at] = checkVectors(request, await model.doCall(request, context));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(parallel, answers.length) }, work));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return {
    vectors: answers.flatMap((answer) => answer.vectors),
    dimensions,
    usage: answers.map((answer) => answer.usage).reduce(addUsage, noUsage),
    calls: answers.length,
    offline: model.offline,
  };
}
