import { SynthError } from '@synth/core';
import type { JsonSchema } from '@synth/core';
import { z } from 'zod';
import { callError } from '../errors/call-failure';
import type { LlmErrorCode } from '../errors/codes';
import type { Message, OutputShape, TextAnswer, TextModel, TextRequest } from '../model/text-model';
import { addUsage } from '../model/usage';
import type { Usage } from '../model/usage';
import { parseOptions } from '../options/parse-options';
import { blockedError } from './generate-text';
import type { Checked } from './object-schema';
import { checkObject, jsonSchemaOf } from './object-schema';
import type { PromptOptions } from './prompt';
import { contextOf, promptFields, requestOf } from './prompt';
import type { StandardSchema } from './standard-schema';
import { strictSchema } from './strict-schema';

/** Options of {@link generateObject}. */
export interface GenerateObjectOptions<Output> extends PromptOptions {
  /** What the answer must fit: a zod schema of an object, or any Standard Schema. */
  readonly schema: StandardSchema<Output>;
  /** Its JSON Schema, for a `schema` that cannot say it. */
  readonly jsonSchema?: JsonSchema;
  /** What the object is called, for the provider. Default `answer`. */
  readonly name?: string;
  /** Whether a wrong answer is shown its errors and asked once more. Default true. */
  readonly repair?: boolean;
}

/** What {@link generateObject} gives. */
export interface GeneratedObject<Output> {
  readonly object: Output;
  /** Of both calls, where there were two. */
  readonly usage: Usage;
  /** 1, or 2 after a repair. */
  readonly calls: number;
  readonly model: string;
  readonly provider: string;
  /** Whether no language model wrote this. */
  readonly offline: boolean;
  /** Whether every answer was known, and nothing was asked. */
  readonly cached: boolean;
}

const optionsSchema = z.strictObject({
  ...promptFields,
  schema: z.custom<StandardSchema<unknown>>(
    (value) => typeof value === 'object' && value !== null && '~standard' in value,
    'give a zod schema or another Standard Schema',
  ),
  jsonSchema: z.record(z.string(), z.unknown()).optional(),
  name: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'use letters, digits, "_" and "-"')
    .default('answer'),
  repair: z.boolean().default(true),
});

/**
 * Asks a model for an object: the schema goes to the provider in its strict form where it has one, else into the
 * prompt; the answer is parsed and validated; a wrong one is shown what is wrong with it and asked once more.
 *
 * @throws SynthError `CONFIG_INVALID`; `SCHEMA_UNSUPPORTED`; `OBJECT_INVALID` when the repaired answer is wrong too;
 * `ANSWER_TRUNCATED` when `maxOutputTokens` cut it; `PROMPT_BLOCKED`; and what the model and its middleware raise
 * @example
 * ```ts
 * import { z } from 'zod';
 * const schema = z.object({ stars: z.int().min(1).max(5) });
 * const { object, offline } = await generateObject({ model: offlineModel(), schema, prompt: 'Rate the jacket.' });
 * object.stars >= 1 && object.stars <= 5; // => true
 * offline; // => true
 * ```
 */
export async function generateObject<Output>(
  options: GenerateObjectOptions<Output>,
): Promise<GeneratedObject<Output>> {
  const parsed = parseOptions(optionsSchema, 'generateObject', options);
  const { model } = parsed;
  const schema = options.schema;
  const jsonSchema = jsonSchemaOf(schema, parsed.jsonSchema);
  const strict = strictSchema(jsonSchema);
  const restore = strict?.restore ?? ((value: unknown) => value);
  const output = { name: parsed.name, schema: strict?.schema ?? jsonSchema, strict: strict !== undefined };
  const request = withOutput(model, requestOf(parsed), output, jsonSchema);
  const ask = async (what: TextRequest): Promise<{ answer: TextAnswer; checked: Checked<Output> }> => {
    const answer = await model.doCall(what, contextOf(parsed));
    if (answer.finish === 'blocked') throw blockedError(answer);
    const checked = await checkObject(schema, answer.text, restore);
    if (!checked.ok && answer.finish === 'length') throw truncated(answer, what.maxOutputTokens);
    return { answer, checked };
  };

  const first = await ask(request);
  if (first.checked.ok) return result(first.checked.object, [first.answer]);
  if (!parsed.repair) throw invalid([first.answer], first.checked.issues);
  const second = await ask(repairRequest(request, first.answer.text, first.checked.issues));
  const answers = [first.answer, second.answer];
  if (second.checked.ok) return result(second.checked.object, answers);
  throw invalid(answers, second.checked.issues);
}

/** The request with the schema where this model takes it: beside the prompt, in it, or both. */
function withOutput(
  model: TextModel,
  request: TextRequest,
  output: OutputShape,
  jsonSchema: JsonSchema,
): TextRequest {
  if (model.limits.structuredOutput === 'strict') return { ...request, output };
  const text = `Answer with one JSON object and nothing else. It must fit this JSON Schema:\n${JSON.stringify(jsonSchema)}`;
  return { ...request, output, messages: [...request.messages, { role: 'system', text }] };
}

/** The same conversation, with the wrong answer and what is wrong with it. */
function repairRequest(request: TextRequest, text: string, issues: readonly string[]): TextRequest {
  const errors = issues.slice(0, 10).map((issue) => `- ${issue.slice(0, 300)}`);
  const messages: readonly Message[] = [
    ...request.messages,
    { role: 'assistant', text: text.slice(0, 20_000) },
    {
      role: 'user',
      text: `That answer does not fit the schema:\n${errors.join('\n')}\nAnswer again, with the corrected JSON object only.`,
    },
  ];
  return { ...request, messages };
}

function result<Output>(object: Output, answers: readonly TextAnswer[]): GeneratedObject<Output> {
  const last = answers[answers.length - 1]!;
  return {
    object,
    usage: usageOf(answers),
    calls: answers.length,
    model: last.model,
    provider: last.provider,
    offline: last.offline,
    cached: answers.every((answer) => answer.served !== undefined),
  };
}

const usageOf = (answers: readonly TextAnswer[]): Usage => answers.map(({ usage }) => usage).reduce(addUsage);

function truncated({ provider, model, usage }: TextAnswer, maxOutputTokens: number): Error {
  return callError(
    'ANSWER_TRUNCATED',
    `${provider}/${model} was cut at ${maxOutputTokens} tokens, before its object was complete`,
    { retryable: false, outcome: 'answered', usage },
    'raise maxOutputTokens, or ask for less at once',
  );
}

function invalid(answers: readonly TextAnswer[], issues: readonly string[]): SynthError<LlmErrorCode> {
  const { provider, model } = answers[0]!;
  const times = answers.length === 1 ? 'once' : 'twice';
  return new SynthError({
    code: 'OBJECT_INVALID',
    message: `${provider}/${model} answered ${times}, and not with an object of the schema: ${issues.slice(0, 3).join('; ')}`,
    field: 'schema',
    value: { issues: issues.slice(0, 10), usage: usageOf(answers) },
    remedy: 'make the prompt plainer or the schema smaller, or use a stronger model',
  });
}
