import { apiKey } from './api-key';

const variables = ['SYNTH_TEST_KEY', 'SYNTH_TEST_OTHER_KEY'] as const;

describe('apiKey', () => {
  afterEach(() => variables.forEach((name) => delete process.env[name]));

  it('takes the option first, then the variables in their order, when asked', () => {
    process.env['SYNTH_TEST_OTHER_KEY'] = 'second';
    expect(apiKey('p', undefined, variables)).toBe('second');
    process.env['SYNTH_TEST_KEY'] = 'first';
    expect(apiKey('p', undefined, variables)).toBe('first');
    expect(apiKey('p', 'option', variables)).toBe('option');
    expect(apiKey('p', () => 'late', variables)).toBe('late');
  });

  it('names both ways when there is none', () => {
    process.env['SYNTH_TEST_KEY'] = '';
    expect(() => apiKey('gemini', undefined, variables)).toThrow(
      expect.objectContaining({
        code: 'API_KEY_MISSING',
        message: 'no key for gemini: pass option apiKey, or set SYNTH_TEST_KEY or SYNTH_TEST_OTHER_KEY',
      }),
    );
  });
});
