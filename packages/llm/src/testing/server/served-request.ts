import type { JsonSchema } from '@synth/core';
import type { Fault } from './fault';

/** A request for text or vectors, whichever vendor's protocol it came in. */
export interface ServedRequest {
  /** 0-based, in order of arrival. */
  readonly index: number;
  readonly vendor: 'openai' | 'gemini';
  readonly kind: 'text' | 'embedding';
  readonly model: string;
  /** All messages, or all texts, joined by new lines. */
  readonly prompt: string;
  readonly texts: readonly string[];
  readonly dimensions?: number;
  /** The schema that the answer must fit. */
  readonly schema?: JsonSchema;
  readonly maxOutputTokens: number;
  /** Whether it came in a batch. */
  readonly batch: boolean;
  /** The body as it came. */
  readonly body: unknown;
}

/** What became of a request. */
export interface ServedOutcome {
  readonly request: ServedRequest;
  readonly fault?: Fault;
  /** The key that was sent. */
  readonly key: string;
  readonly status: number;
  /** Tokens that the work is billed for: none where it was turned away. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** An answer before it takes a vendor's form. */
export interface ServedAnswer {
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'blocked';
  readonly vectors: readonly (readonly number[])[];
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly countsTokens: boolean;
}
