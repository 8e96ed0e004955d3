import type { EmbeddingAnswer, EmbeddingModel, EmbeddingRequest } from '../model/embedding-model';
import type { CallContext } from '../model/model';
import type { TextAnswer, TextModel, TextRequest } from '../model/text-model';
import { noUsage } from '../model/usage';
import type { Usage } from '../model/usage';
import { likelyTokens } from '../budget/request-tokens';
import { estimateTokens } from '../budget/estimate-tokens';

/** A call as a scripted model got it. */
export interface RecordedCall<Request> {
  readonly request: Request;
  readonly context: CallContext;
}

/** What a scripted model answers: a text, parts of an answer, an error to throw, or a function of the call. */
export type ScriptedAnswer =
  | string
  | Partial<TextAnswer>
  | Error
  | ((request: TextRequest, context: CallContext) => ScriptedAnswer | Promise<ScriptedAnswer>);

/** A text model that answers by a script and records its calls. */
export interface ScriptedModel extends TextModel {
  readonly calls: readonly RecordedCall<TextRequest>[];
}

/** Changes to what a scripted model says of itself. */
export type ScriptedModelChanges = Partial<
  Pick<TextModel, 'provider' | 'model' | 'endpoint' | 'offline' | 'limits' | 'batch' | 'fingerprint'>
>;

/**
 * A text model for tests. Answers come in their order; the last one stays.
 *
 * @example
 * ```ts
 * const model = scriptedModel(['first', 'second']);
 * const { text } = await generateText({ model, prompt: 'Hello?' });
 * text; // => 'first'
 * model.calls.length; // => 1
 * ```
 */
export function scriptedModel(
  script: readonly ScriptedAnswer[] | ScriptedAnswer,
  changes: ScriptedModelChanges = {},
): ScriptedModel {
  const answers: readonly ScriptedAnswer[] = Array.isArray(script) ? script : [script as ScriptedAnswer];
  const calls: RecordedCall<TextRequest>[] = [];
  const { provider = 'scripted', model = 'script' } = changes;
  return {
    kind: 'text',
    specification: 'synth-llm-1',
    name: `${provider}/${model}`,
    provider,
    model,
    offline: false,
    limits: { contextTokens: 1_048_576, maxOutputTokens: 65_536, structuredOutput: 'strict' },
    ...changes,
    calls,
    async doCall(request, context) {
      calls.push({ request, context });
      let answer = answers[Math.min(calls.length, answers.length) - 1] ?? '';
      while (typeof answer === 'function') answer = await answer(request, context);
      if (answer instanceof Error) throw answer;
      const given = typeof answer === 'string' ? { text: answer } : answer;
      const { text = '' } = given;
      const usage: Usage = {
        ...noUsage,
        inputTokens: likelyTokens(request).input,
        outputTokens: Math.min(estimateTokens(text), request.maxOutputTokens),
      };
      return { finish: 'stop', usage, provider, model, offline: false, ...given, text };
    },
  };
}

/** An embedding model that answers by a function and records its calls. */
export interface ScriptedEmbeddingModel extends EmbeddingModel {
  readonly calls: readonly RecordedCall<EmbeddingRequest>[];
}

/**
 * An embedding model for tests: `vectorOf` gives the numbers of a text, or throws.
 *
 * @param changes what it says of itself, and parts of its answers
 */
export function scriptedEmbeddingModel(
  vectorOf: (text: string, dimensions: number) => ArrayLike<number>,
  changes: Partial<Pick<EmbeddingModel, 'provider' | 'model' | 'offline' | 'limits'>> = {},
): ScriptedEmbeddingModel {
  const calls: RecordedCall<EmbeddingRequest>[] = [];
  const { provider = 'scripted', model = 'script' } = changes;
  return {
    kind: 'embedding',
    specification: 'synth-llm-1',
    name: `${provider}/${model}`,
    provider,
    model,
    offline: false,
    limits: { textsPerCall: 100, textTokens: 8192, dimensions: 8, maxDimensions: 65_536 },
    ...changes,
    calls,
    async doCall(request, context): Promise<EmbeddingAnswer> {
      calls.push({ request, context });
      const vectors = request.texts.map((text) => Float32Array.from(vectorOf(text, request.dimensions)));
      const usage: Usage = { ...noUsage, inputTokens: likelyTokens(request).input };
      return { vectors, usage, provider, model, offline: false };
    },
  };
}
