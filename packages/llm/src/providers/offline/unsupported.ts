import { SynthError } from '@synth/core';
import type { LlmErrorCode } from '../../errors/codes';

/** The error of a schema that nothing can be made up for. */
export function unsupported(what: string): SynthError<LlmErrorCode> {
  return new SynthError({
    code: 'SCHEMA_UNSUPPORTED',
    message: `the offline provider cannot make up ${what}`,
    field: 'schema',
    value: { retryable: false, outcome: 'not-sent' },
    remedy: 'give it a function: offlineModel({ answers: { task: (input) => ... } })',
  });
}
