import { SynthError } from '@synth/core';
import { z } from 'zod';
import type { Message, TextModel, TextRequest } from '../model/text-model';

/** What every generating function takes. */
export interface PromptOptions {
  readonly model: TextModel;
  /** What the model is and how it should answer. */
  readonly system?: string;
  /** What is asked. Give this or `messages`. */
  readonly prompt?: string;
  /** A conversation, its last message the user's. */
  readonly messages?: readonly Message[];
  /** The most tokens of the answer. Default 1,024. */
  readonly maxOutputTokens?: number;
  /** 0 to 2. Default the provider's. */
  readonly temperature?: number;
  /** 0 to 1. Default the provider's. */
  readonly topP?: number;
  /** Passed on as a wish: no provider promises to be deterministic. */
  readonly seed?: number;
  readonly stop?: readonly string[];
  /** How much the model thinks first, where it can. Default `none`. */
  readonly reasoning?: TextRequest['reasoning'];
  /** What is asked, for the offline provider, and its version, for caches. */
  readonly task?: TextRequest['task'];
  /** Tells apart requests that are otherwise the same, so that each gets an answer of its own. */
  readonly sample?: number;
  /** What the call is for, in the ledger. Default `general`. */
  readonly purpose?: string;
  readonly signal?: AbortSignal;
}

const modelOption = z.custom<TextModel>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    (value as { kind?: unknown }).kind === 'text' &&
    'doCall' in value,
  'give a text model',
);

const factsSchema = z.record(z.string(), z.json());

/** The zod fields of {@link PromptOptions}: each generating function adds its own. */
export const promptFields = {
  model: modelOption,
  system: z.string().optional(),
  prompt: z.string().min(1, 'give a prompt that is not empty').optional(),
  messages: z
    .array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), text: z.string() }))
    .min(1)
    .optional(),
  maxOutputTokens: z.int().min(1).default(1024),
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  seed: z.int().optional(),
  stop: z.array(z.string().min(1)).max(4).optional(),
  reasoning: z.enum(['none', 'low', 'medium', 'high']).optional(),
  task: z
    .strictObject({ name: z.string().min(1), version: z.string().optional(), facts: factsSchema.optional() })
    .optional(),
  sample: z.int().min(0).optional(),
  purpose: z.string().min(1).optional(),
  signal: z.custom<AbortSignal>((value) => value instanceof AbortSignal, 'give an AbortSignal').optional(),
};

type ParsedPrompt = z.infer<z.ZodObject<typeof promptFields>>;

/** The request of parsed options. Settings that were not given stay out of it, and so out of its digest. */
export function requestOf(options: ParsedPrompt): TextRequest {
  const { system, prompt, messages = [], maxOutputTokens } = options;
  if ((prompt === undefined) === (messages.length === 0)) {
    throw new SynthError({
      code: 'CONFIG_INVALID',
      message: 'give either prompt or messages',
      field: 'prompt',
      value: prompt,
      allowed: 'exactly one of prompt and messages',
    });
  }
  const settings = ['temperature', 'topP', 'seed', 'stop', 'reasoning', 'task', 'sample'] as const;
  const given = settings.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]);
  return {
    messages: [
      ...(system === undefined ? [] : [{ role: 'system', text: system } as const]),
      ...messages,
      ...(prompt === undefined ? [] : [{ role: 'user', text: prompt } as const]),
    ],
    maxOutputTokens: Math.min(maxOutputTokens, options.model.limits.maxOutputTokens),
    ...(Object.fromEntries(given) as Partial<TextRequest>),
  };
}

/** The context of parsed options. */
export function contextOf({ signal, purpose }: ParsedPrompt): { signal?: AbortSignal; purpose?: string } {
  return { ...(signal === undefined ? {} : { signal }), ...(purpose === undefined ? {} : { purpose }) };
}
