import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';

/** A library that an adapter loads on demand: it is never installed with this package. */
export interface Library {
  readonly package: string;
  readonly range: string;
}

/**
 * The library that was handed in, else the installed one.
 *
 * @param load `() => import('name')`
 * @throws SynthError `LIBRARY_MISSING`
 */
export async function loadLibrary<T>(
  library: Library,
  handedIn: unknown,
  load: () => Promise<T>,
): Promise<T> {
  if (handedIn !== undefined) return handedIn as T;
  try {
    return await load();
  } catch (cause) {
    if (!isMissing(cause, library.package)) throw cause;
    const wanted = `${library.package}@"${library.range}"`;
    throw new SynthError<IoErrorCode>({
      code: 'LIBRARY_MISSING',
      message: `${library.package} is not installed`,
      field: library.package,
      allowed: `${library.package} ${library.range}`,
      remedy: `npm install ${wanted}, or pass the module as \`library\``,
      cause,
    });
  }
}

function isMissing(error: unknown, name: string): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  const missing = error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND';
  return missing && String((error as { message?: unknown }).message).includes(name);
}
