import { SynthError } from '@synth/core';
import type { LlmErrorCode } from '../errors/codes';

/** A key, or a function that gives it when it is needed. */
export type KeyOption = string | (() => string | undefined);

/** An environment variable, where the platform has any. */
export function environmentVariable(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  const value = process?.env?.[name];
  return value === undefined || value === '' ? undefined : value;
}

/**
 * The key of a provider, read when a call needs it: from the option, or else from the first variable that is set.
 *
 * @throws SynthError `API_KEY_MISSING`, naming both ways
 */
export function apiKey(
  provider: string,
  option: KeyOption | undefined,
  variables: readonly string[],
): string {
  const given = typeof option === 'function' ? option() : option;
  const key = given ?? variables.map(environmentVariable).find((value) => value !== undefined);
  if (key !== undefined && key !== '') return key;
  throw new SynthError<LlmErrorCode>({
    code: 'API_KEY_MISSING',
    message: `no key for ${provider}: pass option apiKey, or set ${variables.join(' or ')}`,
    field: 'apiKey',
    value: { retryable: false, outcome: 'not-sent' },
    allowed: `option apiKey, or the environment variable ${variables.join(' or ')}`,
    remedy: `set ${variables[0]}, or use the offline provider, which needs no key`,
  });
}
