import { SynthError } from '@synth/core';
import type { CliErrorCode } from '../errors';

/**
 * Refuses arguments that are no options: a value that a shell took apart, a forgotten `--`.
 *
 * @throws SynthError `ARGUMENT_INVALID`
 */
export function noArguments(positionals: readonly string[], usage: string): void {
  const [first] = positionals;
  if (first === undefined) return;
  throw new SynthError<CliErrorCode>({
    code: 'ARGUMENT_INVALID',
    message: `"${first}" belongs to no option`,
    field: 'arguments',
    value: positionals,
    allowed: usage,
  });
}
