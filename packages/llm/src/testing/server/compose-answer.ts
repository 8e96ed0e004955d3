import { digest, streams } from '@synth/core';
import { sampleJson } from '../../providers/offline/sample-json';
import { textVector } from '../../providers/offline/hash-text';
import type { Fault } from './fault';
import type { ServedAnswer, ServedRequest } from './served-request';

const stream = streams({ seed: 'server', dataset: 'llm' }).stream('answers');

/** How a server answers and counts. */
export interface AnswerOptions {
  readonly answer: ((request: ServedRequest) => string) | undefined;
  readonly countTokens: (text: string) => number;
  readonly dimensions: number;
}

/** What a request is answered with, and what that is billed. */
export function composeAnswer(
  request: ServedRequest,
  fault: Fault | undefined,
  options: AnswerOptions,
): ServedAnswer {
  const { countTokens } = options;
  const inputTokens = countTokens(request.prompt);
  const countsTokens = fault?.kind !== 'no-usage';
  const none = { text: '', vectors: [], outputTokens: 0, inputTokens, countsTokens };
  if (request.kind === 'embedding') {
    return { ...none, finish: 'stop', vectors: vectorsOf(request, fault, options.dimensions) };
  }
  if (fault?.kind === 'blocked') return { ...none, finish: 'blocked' };
  const whole =
    fault?.kind === 'wrong-schema' ? '{"unexpected":true}' : (options.answer ?? defaultAnswer)(request);
  const tokens = countTokens(whole);
  if (fault?.kind === 'truncated' || tokens > request.maxOutputTokens) {
    const outputTokens = Math.min(tokens, request.maxOutputTokens);
    return { ...none, text: whole.slice(0, Math.floor(whole.length / 2)), finish: 'length', outputTokens };
  }
  return { ...none, text: whole, finish: 'stop', outputTokens: tokens };
}

function defaultAnswer({ schema, body }: ServedRequest): string {
  const key = digest(body);
  if (schema === undefined) return `An answer of the local server, number ${key.slice(0, 8)}.`;
  return JSON.stringify(sampleJson(stream.at(Number.parseInt(key.slice(0, 12), 16)), schema));
}

function vectorsOf(
  request: ServedRequest,
  fault: Fault | undefined,
  own: number,
): readonly (readonly number[])[] {
  const asked = request.dimensions ?? own;
  const dimensions = fault?.kind === 'short-vectors' ? Math.max(1, asked >> 1) : asked;
  const texts = fault?.kind === 'lost-vector' ? request.texts.slice(1) : request.texts;
  return texts.map((text) => Array.from(textVector(text, dimensions)));
}
