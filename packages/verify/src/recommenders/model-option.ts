import { SynthError } from '@synth/core';
import type { VerifyErrorCode } from '../errors';

/** @throws SynthError `MODEL_OPTION` unless `holds` */
export function requireOption(holds: boolean, field: string, value: unknown, allowed: string): void {
  if (holds) return;
  throw new SynthError<VerifyErrorCode>({
    code: 'MODEL_OPTION',
    message: `${field} is ${String(value)}: ${allowed} is needed`,
    field,
    value,
    allowed,
  });
}
