import { environmentWith, takesColour } from './environment';

describe('environmentWith', () => {
  it('takes keys and nothing else from a .env file', () => {
    expect(environmentWith({ HOME: '/h' }, 'OPENAI_API_KEY="k 1"\nSEED=7\n# GEMINI_API_KEY=no\n')).toEqual({
      HOME: '/h',
      OPENAI_API_KEY: 'k 1',
    });
  });

  it('lets the environment win', () => {
    expect(environmentWith({ OPENAI_API_KEY: 'set' }, 'OPENAI_API_KEY=file')).toEqual({
      OPENAI_API_KEY: 'set',
    });
  });
});

it.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: 'true', NO_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
])('terminal %s with %j takes colours: %s', (isTTY, environment, takes) => {
  expect(takesColour(isTTY, environment)).toBe(takes);
});
