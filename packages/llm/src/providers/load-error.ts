import { SynthError } from '@synth/core';
import type { LlmErrorCode } from '../errors/codes';

/** What a library is called and which of its versions fit. */
export interface RequiredLibrary {
  readonly package: string;
  readonly range: string;
}

/**
 * The error of a library that could not be loaded: one with the remedy where it is not installed; anything else, a
 * broken installation say, as it is.
 */
export function loadError(library: RequiredLibrary, error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const missing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
  if (!missing || !String(message).includes(library.package)) return error;
  return new SynthError<LlmErrorCode>({
    code: 'SDK_MISSING',
    message: `${library.package} is not installed`,
    field: 'library',
    value: { retryable: false, outcome: 'not-sent' },
    allowed: `${library.package} ${library.range}`,
    remedy: `npm install ${library.package}, or pass a client of your own as option client`,
    cause: error,
  });
}
