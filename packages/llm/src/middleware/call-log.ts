import { isSynthError, systemClock } from '@synth/core';
import type { Clock } from '@synth/core';
import { z } from 'zod';
import { redactSecrets } from '../errors/redact';
import type { ModelAnswer, ModelRequest } from '../model/model';
import type { Usage } from '../model/usage';
import { clockOption, functionOption, parseOptions } from '../options/parse-options';
import type { Middleware } from './middleware';
import { wrapModel } from './middleware';

interface CallFacts {
  /** Counts the calls of one log, from 1. */
  readonly call: number;
  readonly model: string;
  readonly purpose: string;
  /** The digest of the request: the same in cache and cassette. */
  readonly key: string;
}

/** What a log is told. Names are noun, then verb. */
export type CallEvent =
  | ({ readonly type: 'call-start'; readonly prompt?: string } & CallFacts)
  | ({
      readonly type: 'call-end';
      readonly ms: number;
      readonly usage: Usage;
      readonly served?: 'cache' | 'cassette';
      readonly offline: boolean;
      readonly answer?: string;
    } & CallFacts)
  | ({
      readonly type: 'call-fail';
      readonly ms: number;
      readonly code: string;
      readonly message: string;
    } & CallFacts);

/** Options of {@link callLog}. */
export interface CallLogOptions {
  readonly log: (event: CallEvent) => void;
  /** Whether prompts and answers are told too, with whatever looks like a key masked. Default false. */
  readonly texts?: boolean;
  /** Default the machine's clock. */
  readonly clock?: Clock;
}

const schema = z.strictObject({
  log: functionOption<(event: CallEvent) => void>(),
  texts: z.boolean().default(false),
  clock: clockOption.optional(),
});

const promptOf = (request: ModelRequest): string =>
  'texts' in request
    ? request.texts.join('\n')
    : request.messages.map(({ role, text }) => `${role}: ${text}`).join('\n');

const textOf = (answer: ModelAnswer): string =>
  'vectors' in answer ? `${answer.vectors.length} vectors` : answer.text;

/**
 * Tells what is called, how long it took, what it used and how it failed. No key, no header; no text unless asked for.
 *
 * @throws SynthError `CONFIG_INVALID`
 */
export function callLog(options: CallLogOptions): Middleware {
  const { log, texts, clock = systemClock } = parseOptions(schema, 'callLog', options);
  let calls = 0;
  return (model) =>
    wrapModel(model, async ({ request, context, key: keyOf, next }) => {
      const key = keyOf();
      const facts = { call: ++calls, model: model.name, purpose: context.purpose ?? 'general', key };
      const start = clock.now();
      log({ type: 'call-start', ...facts, ...(texts ? { prompt: redactSecrets(promptOf(request)) } : {}) });
      try {
        const answer = await next();
        const { usage, served, offline } = answer;
        log({
          type: 'call-end',
          ...facts,
          ms: clock.now() - start,
          usage,
          ...(served === undefined ? {} : { served }),
          offline,
          ...(texts ? { answer: redactSecrets(textOf(answer)) } : {}),
        });
        return answer;
      } catch (error) {
        const code = isSynthError(error) ? error.code : 'UNKNOWN';
        const message = redactSecrets(error instanceof Error ? error.message : String(error));
        log({ type: 'call-fail', ...facts, ms: clock.now() - start, code, message });
        throw error;
      }
    });
}
