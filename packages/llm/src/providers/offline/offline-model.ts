import { digest, streams } from '@synth/core';
import type { JsonSchema, JsonValue, Rng, Seed } from '@synth/core';
import { z } from 'zod';
import { throwIfAborted } from '../../errors/call-failure';
import type { TextModel, TextRequest } from '../../model/text-model';
import { functionOption, parseOptions } from '../../options/parse-options';
import { estimatedUsage } from '../estimated-usage';
import type { Template } from './expand-template';
import { expandTemplate } from './expand-template';
import { sampleJson } from './sample-json';

/** What a function of yours answers from. */
export interface OfflineInput {
  readonly request: TextRequest;
  /** The request's facts; none where it has no task. */
  readonly facts: Readonly<Record<string, JsonValue>>;
  /** The schema that the answer must fit, if it must be an object. */
  readonly schema?: JsonSchema;
  /** Keyed by the seed and the request: the same request draws the same numbers. */
  readonly rng: Rng;
}

/** An answer made up by a function: a text, or a value that becomes JSON. Undefined passes to the next source. */
export type OfflineAnswer = (input: OfflineInput) => JsonValue | undefined;

/** Options of {@link offlineModel}. */
export interface OfflineModelOptions {
  /** Default `synth`. */
  readonly seed?: Seed;
  /** Texts, by the name of the task that they answer. */
  readonly templates?: Readonly<Record<string, Template>>;
  /** Functions, by the name of the task that they answer: for objects, and for what a template cannot say. */
  readonly answers?: Readonly<Record<string, OfflineAnswer>>;
  /** Answers what no task's own source does. */
  readonly fallback?: OfflineAnswer;
  /** Moves when a function changes: enters the keys of cassettes, which cannot see into functions. Default `1`. */
  readonly version?: string;
}

const rules = z.record(z.string(), z.array(z.string()).min(1));

const schema = z.strictObject({
  seed: z.union([z.string(), z.number()]).default('synth'),
  templates: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1), rules])).default({}),
  answers: z.record(z.string(), functionOption<OfflineAnswer>()).default({}),
  fallback: functionOption<OfflineAnswer>().optional(),
  version: z.string().default('1'),
});

/**
 * A text model that needs no key and no network: it answers from templates, grammars and functions of yours, chosen by
 * the request's task, and makes up a value for any schema when there are none. The answer is a function of the seed and
 * the request. It says of every answer that it is offline.
 *
 * In this order: the task's function, its template (for texts), the fallback, a value made up for the schema (for
 * objects), a sentence that says that it is made up (for texts).
 *
 * Calls fail with `TEMPLATE_INVALID`, `SCHEMA_UNSUPPORTED`.
 *
 * @throws SynthError `CONFIG_INVALID`
 * @example
 * ```ts
 * const model = offlineModel({ templates: { review: ['{mood} {product}.'] } });
 * model.name; // => 'offline/templates'
 * model.offline; // => true
 * ```
 */
export function offlineModel(options: OfflineModelOptions = {}): TextModel {
  const { seed, templates, answers, fallback, version } = parseOptions(schema, 'offlineModel', options);
  const stream = streams({ seed, dataset: 'llm' }).stream('offline');

  const answerTo = (request: TextRequest): string => {
    const key = digest(request);
    const rng = stream.at(Number.parseInt(key.slice(0, 12), 16));
    const { task, output } = request;
    const facts = task?.facts ?? {};
    const input: OfflineInput = {
      request,
      facts,
      rng,
      ...(output === undefined ? {} : { schema: output.schema }),
    };
    const own =
      task === undefined ? undefined : { answer: answers[task.name], template: templates[task.name] };
    const made = own?.answer?.(input);
    if (made !== undefined) return textOf(made);
    if (own?.template !== undefined && output === undefined) return expandTemplate(rng, own.template, facts);
    const other = fallback?.(input);
    if (other !== undefined) return textOf(other);
    if (output !== undefined) return JSON.stringify(sampleJson(rng, output.schema));
    return `Made up offline${task === undefined ? '' : ` for ${task.name}`} (${key.slice(0, 8)}).`;
  };

  return {
    kind: 'text',
    specification: 'synth-llm-1',
    name: 'offline/templates',
    provider: 'offline',
    model: 'templates',
    details: { offline: true, version },
    offline: true,
    fingerprint: digest({ seed, templates, version }),
    limits: { contextTokens: 1_048_576, maxOutputTokens: 65_536, structuredOutput: 'strict' },
    doCall: async (request, context) => {
      throwIfAborted(context.signal);
      const text = answerTo(request);
      return {
        text,
        finish: 'stop',
        usage: estimatedUsage(request, text),
        provider: 'offline',
        model: 'templates',
        offline: true,
      };
    },
  };
}

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));
