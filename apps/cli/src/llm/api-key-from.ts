import { SynthError } from '@synth/core';
import type { LlmErrorCode } from '@synth/llm';

const variables = { gemini: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'], openai: ['OPENAI_API_KEY'] } as const;

/** The key of a provider in the environment, `.env` included, if there is one. */
export const findApiKey = (
  provider: 'gemini' | 'openai',
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined =>
  variables[provider].map((name) => environment[name]).find((value) => value !== undefined && value !== '');

/** @throws SynthError `API_KEY_MISSING`, naming both places to put one */
export function apiKeyFrom(
  provider: 'gemini' | 'openai',
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const key = findApiKey(provider, environment);
  if (key !== undefined) return key;
  const names = variables[provider].join(' or ');
  throw new SynthError<LlmErrorCode>({
    code: 'API_KEY_MISSING',
    message: `no key for ${provider}: set ${names} in the environment, or in a file .env in this folder`,
    field: variables[provider][0],
    value: { retryable: false, outcome: 'not-sent' },
    remedy: 'or leave out --llm: offline needs no key',
  });
}
