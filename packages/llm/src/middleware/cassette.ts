import { sha256Hex, SynthError } from '@synth/core';
import type { Store } from '@synth/core';
import { z } from 'zod';
import type { LlmErrorCode } from '../errors/codes';
import type { ModelAnswer } from '../model/model';
import { parseOptions, storeOption } from '../options/parse-options';
import { readAnswer, writeAnswer } from '../store/answer-record';
import type { Call, Middleware } from './middleware';
import { wrapModel } from './middleware';
import { singleFlight } from './single-flight';

/** Options of {@link cassette}. */
export interface CassetteOptions {
  readonly store: Store;
  /** Letters, digits, `.`, `_`, `-`. Default `default`. */
  readonly name?: string;
  /**
   * `record` asks anew and keeps every answer; `replay` takes kept answers and asks only for what is not there, which
   * it keeps: how a run is resumed; `replay-only` asks for nothing. Default `replay`.
   */
  readonly mode?: 'record' | 'replay' | 'replay-only';
}

const schema = z.strictObject({
  store: storeOption,
  name: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'use letters, digits, ".", "_" and "-"')
    .default('default'),
  mode: z.enum(['record', 'replay', 'replay-only']).default('replay'),
});

/**
 * Records answers and plays them back: a replayed run gives the same bytes and makes no request. Equal requests have
 * one answer, also while recording, or the replay could not be equal. No answer expires.
 *
 * The records hold prompts and answers in clear text, never a key.
 *
 * Calls fail with `CASSETTE_MISS` in `replay-only` mode.
 *
 * @throws SynthError `CONFIG_INVALID`
 */
export function cassette(options: CassetteOptions): Middleware {
  const { store, name, mode } = parseOptions(schema, 'cassette', options);
  const flight = singleFlight<ModelAnswer>();
  const recorded = new Set<string>();

  const answerTo = async ({ model, request, next }: Call, key: string): Promise<ModelAnswer> => {
    const storeKey = `cassettes/${name}/${key}`;
    if (mode !== 'record' || recorded.has(key)) {
      const record = await readAnswer(store, storeKey, 'cassette');
      if (record !== undefined) return record.answer;
      if (mode === 'replay-only') throw missed(model.name, name, key);
    }
    const answer = await next();
    // No time of recording: the records of two equal runs are equal.
    await writeAnswer(store, storeKey, { key, storedAt: 0, model: model.name, request }, answer);
    recorded.add(key);
    return answer;
  };
  return (model) =>
    wrapModel(model, async (call) => {
      const key = call.key();
      return (await flight(key, call.context.signal, () => answerTo(call, key))).value;
    });
}

function missed(model: string, name: string, key: string): SynthError<LlmErrorCode> {
  return new SynthError({
    code: 'CASSETTE_MISS',
    message: `cassette ${name} holds no answer of ${model} to this request (${key.slice(0, 12)})`,
    field: 'cassette',
    value: { retryable: false, outcome: 'not-sent' },
    remedy: 'record it with mode replay, or check that prompts, model and schema are those of the recording',
  });
}

/** The digest of a cassette's records, in the order of their keys: for a manifest. */
export async function cassetteDigest(store: Store, name = 'default'): Promise<string> {
  const keys: string[] = [];
  for await (const key of store.list(`cassettes/${name}/`)) keys.push(key);
  const parts: string[] = [];
  for (const key of keys.sort()) {
    const value = await store.get(key);
    if (value !== undefined) parts.push(`${key} ${sha256Hex(value)}`);
  }
  return sha256Hex(parts.join('\n'));
}
