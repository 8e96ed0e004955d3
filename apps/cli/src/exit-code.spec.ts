import { SynthError } from '@synth/core';
import { exitCodeOf } from './exit-code';

it.each([
  [new SynthError({ code: 'CONFIG_INVALID', message: '' }), 2],
  [new SynthError({ code: 'INPUT_UNREADABLE', message: '' }), 2],
  [new SynthError({ code: 'OUTPUT_EXISTS', message: '' }), 2],
  [new SynthError({ code: 'OUTPUT_FULL', message: '' }), 3],
  [new SynthError({ code: 'RUN_IN_USE', message: '' }), 3],
  [new SynthError({ code: 'SINK_FAILED', message: '' }), 3],
  [new SynthError({ code: 'STORE_UNWRITABLE', message: '' }), 3],
  [new SynthError({ code: 'API_KEY_MISSING', message: '' }), 2],
  [new SynthError({ code: 'BUDGET_EXCEEDED', message: '' }), 2],
  [new SynthError({ code: 'RATE_LIMITED', message: '' }), 3],
  [new SynthError({ code: 'CALL_ABORTED', message: '' }), 130],
  [new TypeError('a defect'), 3],
  ['thrown text', 3],
])('%s ends with %d', (error, code) => expect(exitCodeOf(error)).toBe(code));
