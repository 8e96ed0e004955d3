import { SynthError } from '@synth/core';
import { fakeOutput } from '../../test/fixtures/fake-context';
import { errorJson, errorText } from './error-text';

const error = new SynthError({
  code: 'INPUT_VALUE',
  message: 'songs.csv, line 7: popularity_score is -1',
  field: 'popularity_score',
  value: -1,
  allowed: 'a number of 0 or more',
  remedy: 'mend the row or leave it out',
});

describe('errorText', () => {
  it('says what is wrong, the code, what is allowed, and how to mend it', () => {
    expect(errorText(error, fakeOutput())).toBe(
      'songs.csv, line 7: popularity_score is -1  [INPUT_VALUE]\n' +
        '  allowed: a number of 0 or more\n' +
        '  remedy: mend the row or leave it out\n',
    );
  });

  it('says nothing twice', () => {
    const repeating = new SynthError({
      code: 'CONFIG_INVALID',
      message: 'users is 0: give 1 or more',
      allowed: '1 or more',
      remedy: 'give 1 or more',
    });
    expect(errorText(repeating, fakeOutput())).toBe('users is 0: give 1 or more  [CONFIG_INVALID]\n');
    const advising = new SynthError({
      code: 'FORMAT_UNKNOWN',
      message: 'unknown format cvs: did you mean csv?',
      allowed: 'csv, jsonl',
      remedy: 'write csv',
    });
    expect(errorText(advising, fakeOutput())).toBe(
      'unknown format cvs: did you mean csv?  [FORMAT_UNKNOWN]\n  allowed: csv, jsonl\n',
    );
  });

  it('colours the code on a terminal only', () => {
    expect(errorText(error, fakeOutput({ colour: true }))).toContain('\u001b[31m[INPUT_VALUE]\u001b[39m');
    expect(errorText(error, fakeOutput({ isTTY: true }))).not.toContain('\u001b');
  });

  it('shows where an unexpected error came from', () => {
    expect(errorText(new TypeError('x is not a function'), fakeOutput())).toMatch(
      /^TypeError: x is not a function\n {4}at [^]*\[UNEXPECTED\]\n$/,
    );
  });
});

it('has the same facts as a line of JSON', () => {
  expect(JSON.parse(errorJson(error))).toEqual({ event: 'error', ...error.toJSON() });
  expect(JSON.parse(errorJson('broken'))).toEqual({ event: 'error', code: 'UNEXPECTED', message: 'broken' });
});
