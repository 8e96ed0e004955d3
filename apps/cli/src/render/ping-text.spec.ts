import { fakeOutput } from '../../test/fixtures/fake-context';
import type { Ping } from './ping-text';
import { pingText, usdText } from './ping-text';

const ping: Ping = {
  provider: 'openai',
  model: 'gpt-6-luna-2026-09-22',
  offline: false,
  cached: false,
  milliseconds: 1412,
  requests: 1,
  inputTokens: 57,
  outputTokens: 12,
  estimated: false,
  usd: 0.0000117,
  bookedUsd: 0,
};
const text = (changes: Partial<Ping>): string => pingText({ ...ping, ...changes }, fakeOutput());

it('says who answered, how fast, and what it took', () => {
  expect(text({})).toBe(
    'PASS  openai/gpt-6-luna-2026-09-22  answered in 1,412 ms\ntokens 57 in, 12 out · cost 0.0000117 USD\n',
  );
});

it('tells of tokens that were not counted, and of requests that may have cost', () => {
  expect(text({ estimated: true, requests: 3, bookedUsd: 0.000128 })).toBe(
    'PASS  openai/gpt-6-luna-2026-09-22  answered in 1,412 ms, 3 requests\n' +
      'tokens about 57 in, about 12 out · cost 0.0000117 USD and at most 0.000128 USD for requests without an answer\n',
  );
});

it.each([
  [0, '0 USD'],
  [0.0000104, '0.0000104 USD'],
  [0.5, '0.5 USD'],
  [1234.5678, '1,234.57 USD'],
  [1e-9, '0.000000001 USD'],
])('%s is %s', (usd, expected) => expect(usdText(usd)).toBe(expected));
