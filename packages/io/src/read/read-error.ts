import { SynthError } from '@synth/core';
import type { IoErrorCode } from '../errors/codes';

/** An error of an input file: `songs.csv, line 7: ...`. */
export function readError(
  code: IoErrorCode,
  place: { readonly path: string; readonly line?: number },
  message: string,
  details: {
    readonly field?: string;
    readonly value?: unknown;
    readonly allowed?: string;
    readonly remedy: string;
    readonly cause?: unknown;
  },
): SynthError<IoErrorCode> {
  const where = place.line === undefined ? place.path : `${place.path}, line ${place.line}`;
  return new SynthError({ code, message: `${where}: ${message}`, field: place.path, ...details });
}
