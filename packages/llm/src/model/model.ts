import type { DescribedPort } from '@synth/core';
import type { BatchClient } from '../batch/batch-client';
import type { EmbeddingAnswer, EmbeddingRequest } from './embedding-model';
import type { TextAnswer, TextRequest } from './text-model';

/** What goes with a call and does not change its answer. */
export interface CallContext {
  /** Aborts the call: nothing more is sent, and what is under way is given up. */
  readonly signal?: AbortSignal;
  /** What the call is for, `reviews` or `queries`: the ledger keeps its sums by purpose. Default `general`. */
  readonly purpose?: string;
  /** The request's key, once a wrapper has made it: the others need not. Callers leave it out. */
  readonly key?: string;
}

/**
 * A model: one function from requests to answers, and data about it. A plain object, so that a wrapper is a copy with
 * another `doCall`. `name` and `details` (from {@link DescribedPort}) go into a manifest.
 *
 * Users call `generateText`, `generateObject` and `embed`; `doCall` is for them and for middleware.
 */
export interface Model<Request, Answer> extends DescribedPort {
  /** The version of this interface. */
  readonly specification: 'synth-llm-1';
  /** `openai`, `gemini`, `offline`, or a name of your own: prices are looked up by it. */
  readonly provider: string;
  /** The model's name at its provider. */
  readonly model: string;
  /** Where requests go, when that is not the provider's own address. Without credentials. */
  readonly endpoint?: string;
  /** Anything else that changes answers: enters every key. */
  readonly fingerprint?: string;
  /** Whether answers are made up on this machine, free, by no language model. */
  readonly offline: boolean;
  /** Whether an answer may be collected by a later process: a reservation for it outlives this one. */
  readonly deferred?: boolean;
  /** The part of the listed price that is charged: 0.5 under a batch API. Default 1. */
  readonly priceFactor?: number;
  /** The provider's batch API, where it has one. */
  readonly batch?: BatchClient<Request, Answer>;
  doCall(request: Request, context: CallContext): Promise<Answer>;
}

export type ModelRequest = TextRequest | EmbeddingRequest;
export type ModelAnswer = TextAnswer | EmbeddingAnswer;
