import { SynthError } from '@synth/core';
import type { CliErrorCode } from '../errors';

/** The file for training and the one for validation. @throws SynthError `ARGUMENT_INVALID` */
export function twoFiles(positionals: readonly string[], usage: string): readonly [string, string] {
  const [train, val] = positionals;
  if (train !== undefined && val !== undefined && positionals.length === 2) return [train, val];
  throw new SynthError<CliErrorCode>({
    code: 'ARGUMENT_INVALID',
    message: `two files are needed, for training and for validation; there are ${positionals.length}`,
    field: 'files',
    value: positionals,
    allowed: usage,
  });
}
