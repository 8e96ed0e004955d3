import { z } from 'zod';
import { callError } from '../errors/call-failure';
import type { FinishReason, TextAnswer } from '../model/text-model';
import type { Usage } from '../model/usage';
import { parseOptions } from '../options/parse-options';
import type { PromptOptions } from './prompt';
import { contextOf, promptFields, requestOf } from './prompt';

/** What {@link generateText} gives. */
export interface GeneratedText {
  readonly text: string;
  /** `length` where the text was cut at `maxOutputTokens`. */
  readonly finish: Exclude<FinishReason, 'blocked'>;
  readonly usage: Usage;
  /** The model as its answer names it. */
  readonly model: string;
  readonly provider: string;
  /** Whether no language model wrote this. */
  readonly offline: boolean;
  /** Whether the answer was known, and nothing was asked. */
  readonly cached: boolean;
}

const schema = z.strictObject(promptFields);

/**
 * Asks a model for text.
 *
 * @throws SynthError `CONFIG_INVALID`; `PROMPT_BLOCKED` when the provider declines; and what the model and its
 * middleware raise: `RATE_LIMITED`, `PROVIDER_FAILED`, `CALL_TIMEOUT`, `BUDGET_EXCEEDED`, ...
 * @example
 * ```ts
 * const model = offlineModel({ templates: { greeting: 'Hello, {name}.' } });
 * const answer = await generateText({ model, prompt: 'Greet Ada.', task: { name: 'greeting', facts: { name: 'Ada' } } });
 * answer.text; // => 'Hello, Ada.'
 * answer.offline; // => true
 * ```
 */
export async function generateText(options: PromptOptions): Promise<GeneratedText> {
  const parsed = parseOptions(schema, 'generateText', options);
  const answer = await parsed.model.doCall(requestOf(parsed), contextOf(parsed));
  const { text, finish, usage, model, provider, offline, served } = answer;
  if (finish === 'blocked') throw blockedError(answer);
  return { text, finish, usage, model, provider, offline, cached: served !== undefined };
}

/** The error of an answer that the provider declined to give. */
export function blockedError({ provider, model, finishDetail, usage }: TextAnswer): Error {
  const reason = finishDetail === undefined ? '' : ` (${finishDetail})`;
  return callError(
    'PROMPT_BLOCKED',
    `${provider}/${model} declined to answer this prompt${reason}`,
    { retryable: false, outcome: 'answered', usage },
    'change the prompt or what it quotes',
  );
}
