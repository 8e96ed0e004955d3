import type { Price } from '../src';

const asOf = '2026-11-10';

/** Prices of the model `m` of either vendor, behind any address. */
export const prices: readonly Price[] = [
  { provider: 'openai', model: 'm', input: 0.1, output: 0.5, asOf, source: 'a test' },
  { provider: 'gemini', model: 'm', input: 0.25, output: 1.5, asOf, source: 'a test' },
];
