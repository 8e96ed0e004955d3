import { SynthError } from '@synth/core';
import type { JsonSchema } from '@synth/core';
import type { GeneratedObject } from './generate-object';
import { generateObject } from './generate-object';
import type { PromptOptions } from './prompt';
import type { StandardSchema } from './standard-schema';

/** Options of {@link generateChoice}. */
export interface GenerateChoiceOptions<Option extends string> extends PromptOptions {
  /** The only answers there may be, distinct. The prompt should say what they mean. */
  readonly options: readonly Option[];
  /** The fewest chosen. Default 1. */
  readonly min?: number;
  /** The most chosen. Default 1. */
  readonly max?: number;
}

/** What {@link generateChoice} gives. */
export interface GeneratedChoice<Option extends string> extends Omit<GeneratedObject<unknown>, 'object'> {
  /** Chosen options in the order of the answer, none twice. */
  readonly chosen: readonly Option[];
}

/**
 * Asks a model to choose from a set. Whatever untrusted text said to it, nothing outside the set comes back.
 *
 * @throws SynthError `CONFIG_INVALID`, and as `generateObject`
 * @example
 * ```ts
 * const { chosen } = await generateChoice({ model: offlineModel(), prompt: 'Which would you buy?', options: ['i1', 'i2'] });
 * ['i1', 'i2'].includes(chosen[0] ?? ''); // => true
 * ```
 */
export async function generateChoice<Option extends string>(
  options: GenerateChoiceOptions<Option>,
): Promise<GeneratedChoice<Option>> {
  const { options: allowed, min = 1, max = 1, ...prompt } = options;
  if (new Set(allowed).size !== allowed.length || min < 0 || max < min || allowed.length < Math.max(min, 1)) {
    throw new SynthError({
      code: 'CONFIG_INVALID',
      message: `cannot choose ${min} to ${max} of ${allowed.length} options`,
      field: 'options',
      value: allowed.length,
      allowed: 'distinct options, at least as many as min, and min <= max',
    });
  }
  const { object, ...rest } = await generateObject({
    ...prompt,
    schema: choiceSchema(allowed, min, max),
    jsonSchema: jsonSchema(allowed, min, max),
    name: 'choice',
  });
  return { chosen: object, ...rest };
}

function jsonSchema(allowed: readonly string[], minItems: number, maxItems: number): JsonSchema {
  const items = { type: 'string', enum: allowed } as const;
  const chosen = { type: 'array', items, minItems, maxItems } as const;
  return { type: 'object', properties: { chosen }, required: ['chosen'], additionalProperties: false };
}

/** Takes `{ chosen: [...] }` and gives the list. */
function choiceSchema<Option extends string>(
  allowed: readonly Option[],
  min: number,
  max: number,
): StandardSchema<readonly Option[]> {
  const known = new Set<unknown>(allowed);
  const isOption = (value: unknown): value is Option => known.has(value);
  const validate = (value: unknown) => {
    const chosen = (value as { chosen?: unknown } | null)?.chosen;
    if (!Array.isArray(chosen)) return { issues: [{ message: 'expected { "chosen": [...] }' }] };
    const options = [...new Set<unknown>(chosen)];
    const foreign = options.find((option) => !isOption(option));
    if (foreign !== undefined) {
      const shown = String(JSON.stringify(foreign)).slice(0, 60);
      return { issues: [{ path: ['chosen'], message: `${shown} is none of the ${allowed.length} options` }] };
    }
    if (options.length < min || options.length > max) {
      return {
        issues: [{ path: ['chosen'], message: `${options.length} options, expected ${min} to ${max}` }],
      };
    }
    return { value: options.filter(isOption) };
  };
  return { '~standard': { version: 1, vendor: 'synth', validate } };
}
