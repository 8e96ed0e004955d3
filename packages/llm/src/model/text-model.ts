import type { JsonSchema, JsonValue } from '@synth/core';
import type { Model } from './model';
import type { Usage } from './usage';

/** A part of a conversation. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
}

/** The form that an answer must have. */
export interface OutputShape {
  /** Letters, digits, `_` and `-`, at most 64: providers ask for one. */
  readonly name: string;
  readonly schema: JsonSchema;
  /** Whether the schema has the form that strict modes ask for: closed objects, every property required. */
  readonly strict: boolean;
}

/** What is asked, in a form that needs no language model: the offline provider answers from it. */
export interface Task {
  /** The name of the template, grammar or function that answers it offline. */
  readonly name: string;
  /** Moves when the prompt's template changes in a way that its text does not show. Enters the key. */
  readonly version?: string;
  /** What the prompt was filled with. */
  readonly facts?: Readonly<Record<string, JsonValue>>;
}

/** A request for text. Plain JSON: its digest is the key of caches and cassettes. */
export interface TextRequest {
  readonly messages: readonly Message[];
  /** The most tokens that the answer may have, its reasoning included. Budgets reserve for it. */
  readonly maxOutputTokens: number;
  /** 0 to 2. Left to the provider by default. */
  readonly temperature?: number;
  /** 0 to 1. Left to the provider by default. */
  readonly topP?: number;
  /** Passed on as a wish: no provider promises to be deterministic. */
  readonly seed?: number;
  readonly stop?: readonly string[];
  /** How much the model thinks first, where it can. Default `none`. */
  readonly reasoning?: 'none' | 'low' | 'medium' | 'high';
  readonly output?: OutputShape;
  readonly task?: Task;
  /** Tells apart requests that are otherwise the same: the third review of one product. Not sent. */
  readonly sample?: number;
}

/** Why an answer ended: by itself, at `maxOutputTokens`, because the provider declined, or otherwise. */
export type FinishReason = 'stop' | 'length' | 'blocked' | 'other';

/** What came back. */
export interface TextAnswer {
  readonly text: string;
  readonly finish: FinishReason;
  /** The provider's word for it, when `finish` is `blocked` or `other`. */
  readonly finishDetail?: string;
  readonly usage: Usage;
  readonly provider: string;
  /** The model as the answer names it: often a dated version of the one asked. */
  readonly model: string;
  /** Whether no language model wrote this. */
  readonly offline: boolean;
  /** Where it was taken from, when no request was made for it. */
  readonly served?: 'cache' | 'cassette';
}

/** What a text model can do, as data. */
export interface TextLimits {
  /** The most tokens of prompt and answer together. */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  /**
   * How an {@link OutputShape} is kept: by the provider (`strict`), as any JSON (`json`), or only by asking in the
   * prompt (`none`). `generateObject` validates in each case.
   */
  readonly structuredOutput: 'strict' | 'json' | 'none';
}

/** A model that writes text. */
export interface TextModel extends Model<TextRequest, TextAnswer> {
  readonly kind: 'text';
  readonly limits: TextLimits;
}
