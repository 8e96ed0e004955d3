import type { Store } from '@synth/core';
import { z } from 'zod';
import type { AnyModel } from '../model/any-model';
import type { ModelAnswer, ModelRequest } from '../model/model';
import { answerFromJson, answerToJson } from './answer-json';
import { checksum } from './checksum';
import { readJson, writeJson } from './json-value';

const recordSchema = z.strictObject({
  version: z.literal(1),
  key: z.string(),
  storedAt: z.number(),
  model: z.string(),
  request: z.unknown(),
  answer: z.unknown(),
  /** Of `answer`: a value that was cut or altered is not taken for one. */
  sum: z.string(),
});

/** An answer as it was kept, with what it answers. */
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
  const parsed = recordSchema.safeParse(stored?.value);
  if (stored === undefined || !parsed.success) return undefined;
  const { answer: json, sum, storedAt } = parsed.data;
  if (sumOf(json) !== sum) return undefined;
  const answer = answerFromJson(json, served);
  return answer === undefined ? undefined : { answer, storedAt, bytes: stored.bytes };
}

/** Keeps an answer with its request: a person can read what was asked and answered. */
export function writeAnswer(
  store: Store,
  storeKey: string,
  of: { key: string; model: AnyModel; request: ModelRequest; storedAt: number },
  answer: ModelAnswer,
): Promise<void> {
  const { key, model, request, storedAt } = of;
  const json = answerToJson(answer);
  const sum = sumOf(json);
  return writeJson(store, storeKey, {
    version: 1,
    key,
    storedAt,
    model: model.name,
    request,
    answer: json,
    sum,
  });
}

/** Parsing keeps the order of properties, so that the text that was written can be made again. */
const sumOf = (json: unknown): string => checksum(JSON.stringify(json));
