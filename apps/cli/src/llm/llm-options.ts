import type { JsonSchema } from '@synth/core';
import { schemaOf, SynthError } from '@synth/core';
import { defaultModels } from '@synth/llm';
import { z } from 'zod';
import type { CliErrorCode } from '../errors';
import { coerce } from '../options/coerce';
import type { OptionValues } from '../options/option';
import { textOf } from '../options/option';
import type { ConfigOption } from '../options/schema-options';
import { schemaOptions } from '../options/schema-options';

const schema = z.strictObject({
  llm: z
    .enum(['offline', 'gemini', 'openai'])
    .default('offline')
    .describe('who answers: offline, which asks nobody and is free; gemini; openai'),
  model: z
    .string()
    .min(1)
    .optional()
    .describe(`its name, else ${defaultModels.gemini.text} or ${defaultModels.openai.text}`),
  baseUrl: z
    .string()
    .min(1)
    .optional()
    .describe('another server that speaks the protocol: Ollama, vLLM, LM Studio, a proxy'),
  maxCost: z.number().min(0).optional().describe('USD that all calls together may cost'),
  maxCalls: z.int().min(0).optional().describe('requests that may be made, repeated ones included'),
  cassette: z
    .string()
    .min(1)
    .optional()
    .describe('folder of recorded answers, asked for once; DIR:record asks anew, DIR:replay-only never'),
});

const jsonSchema = (): JsonSchema => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
const parser = schemaOf(schema, jsonSchema, 'a language model');

/** Which language model to ask, and how much of it. */
export type LlmChoice = z.output<typeof schema>;

const placeholders: Readonly<Record<string, string>> = {
  'base-url': 'URL',
  'max-cost': 'USD',
  cassette: 'DIR',
  model: 'NAME',
};

/** The options of every command that may ask a language model. */
export const llmOptions: readonly ConfigOption[] = schemaOptions(jsonSchema()).map((option) => ({
  ...option,
  value: placeholders[option.name] ?? option.value!,
}));

/**
 * What was chosen on the command line.
 *
 * @throws SynthError `OPTION_VALUE`, `CONFIG_INVALID`
 */
export function llmChoiceOf(values: OptionValues): LlmChoice {
  const given = llmOptions.flatMap(({ name, path, schema: of }) => {
    const text = textOf(values, name);
    return text === undefined ? [] : [[path[0]!, coerce(text, of, `--${name}`)] as const];
  });
  const choice = parser.parse(Object.fromEntries(given));
  const needless =
    choice.llm === 'offline' ? ['model', 'base-url'].find((name) => values.has(name)) : undefined;
  if (needless === undefined) return choice;
  throw new SynthError<CliErrorCode>({
    code: 'OPTION_VALUE',
    message: `--${needless} is for a language model, and offline is none`,
    field: `--${needless}`,
    value: values.get(needless),
    remedy: 'add --llm openai or --llm gemini',
  });
}
