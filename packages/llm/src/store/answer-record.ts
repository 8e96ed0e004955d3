import type { Store } from '@synth/core';
import { z } from 'zod';
import type { ModelAnswer, ModelRequest } from '../model/model';
import { answerFromJson, answerToJson } from './answer-json';
import { checksum } from './checksum';
import { readJson, writeText } from './json-value';

const recordSchema = z.strictObject({
  version: z.literal(1),
  key: z.string(),
  storedAt: z.number(),
  /** The model that was asked. */
  model: z.string(),
  /** For people: nothing reads it. */
  request: z.unknown().optional(),
  /** Of `answer`: a value that was cut or altered is not taken for one. */
  sum: z.string(),
  answer: z.unknown(),
});

/** An answer as it was kept. */
export interface AnswerRecord {
  readonly answer: ModelAnswer;
  readonly storedAt: number;
  readonly bytes: number;
}

/** The record under a key, or undefined where there is none that is whole. */
export async function readAnswer(
  store: Store,
  storeKey: string,
  served: 'cache' | 'cassette',
): Promise<AnswerRecord | undefined> {
  const stored = await readJson(store, storeKey);
  if (stored === undefined) return undefined;
  const parsed = recordSchema.safeParse(stored.value);
  if (!parsed.success) return undefined;
  const { answer: json, sum, storedAt } = parsed.data;
  // Parsing keeps the order of properties, so that the text that was written can be made again.
  if (checksum(JSON.stringify(json)) !== sum) return undefined;
  const answer = answerFromJson(json, served);
  return answer === undefined ? undefined : { answer, storedAt, bytes: stored.bytes };
}

/** Keeps an answer, and with it what was asked, where that is given. */
export function writeAnswer(
  store: Store,
  storeKey: string,
  of: { key: string; storedAt: number; model: string; request?: ModelRequest },
  answer: ModelAnswer,
): Promise<void> {
  const { key, storedAt, model, request } = of;
  const text = JSON.stringify(answerToJson(answer));
  const head = JSON.stringify({ version: 1, key, storedAt, model, request, sum: checksum(text) });
  return writeText(store, storeKey, `${head.slice(0, -1)},"answer":${text}}`);
}
