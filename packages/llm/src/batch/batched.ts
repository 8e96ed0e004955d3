import { SynthError, systemClock } from '@synth/core';
import type { Clock, Store } from '@synth/core';
import { z } from 'zod';
import type { LlmErrorCode } from '../errors/codes';
import { wrapModel } from '../middleware/middleware';
import type { AnyModel } from '../model/any-model';
import type { ModelAnswer, ModelRequest } from '../model/model';
import { clockOption, parseOptions, storeOption } from '../options/parse-options';
import type { BatchClient } from './batch-client';
import { BatchQueue } from './batch-queue';

/** Options of {@link batched}. */
export interface BatchedOptions {
  /** Keeps what was handed in: a later process collects it instead of paying again. */
  readonly store: Store;
  /** How long to gather calls before they are handed in, in milliseconds. Default 2,000. */
  readonly gatherMs?: number;
  /** How often to look whether a job is done, in milliseconds. Default 60,000. */
  readonly pollMs?: number;
  /** The most requests of a job. Default the provider's limit. */
  readonly maxRequests?: number;
  /** How old a job may be to answer a call, in milliseconds. Default 7 days. */
  readonly maxAgeMs?: number;
  /** Default the machine's clock. */
  readonly clock?: Clock;
}

const schema = z.strictObject({
  store: storeOption,
  gatherMs: z.number().min(0).default(2000),
  pollMs: z.number().positive().default(60_000),
  maxRequests: z.int().min(1).optional(),
  maxAgeMs: z
    .number()
    .positive()
    .default(7 * 86_400_000),
  clock: clockOption.optional(),
});

/**
 * The model behind its provider's batch API: calls are gathered into jobs, answered within a day, at half the price.
 * Everything else stays as it was: `generateText` and `embed` just take longer, so start many calls at once.
 *
 * Resumable: what is handed in is kept in the store, and a later process that asks the same collects it. Should the
 * process end between handing in and being told the job's id, the job is found again by its tag.
 *
 * Calls fail with `BATCH_FAILED` when their job does, and with what their own request would.
 *
 * @throws SynthError `BATCH_FAILED` for a model without a batch API; `CONFIG_INVALID`
 */
export function batched<M extends AnyModel>(model: M, options: BatchedOptions): M {
  const { clock = systemClock, ...rest } = parseOptions(schema, 'batched', options);
  if (model.batch === undefined) {
    throw new SynthError<LlmErrorCode>({
      code: 'BATCH_FAILED',
      message: `${model.name} has no batch API`,
      field: 'model',
      value: model.name,
      allowed: 'text models of openai and gemini, embedding models of openai',
    });
  }
  // What a queue gets back for a request of the model's kind is of that kind.
  const client = model.batch as BatchClient<ModelRequest, ModelAnswer>;
  const maxRequests = Math.min(rest.maxRequests ?? client.maxRequests, client.maxRequests);
  const queue = new BatchQueue(model.name, client, { ...rest, maxRequests, clock });
  const changes = { deferred: true, priceFactor: client.priceFactor } as Partial<M>;
  return wrapModel(model, ({ request, context, key }) => queue.ask(key(), request, context), changes);
}
