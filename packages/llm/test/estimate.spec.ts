import { streams } from '@synth/core';
import { estimateRun, estimateTokens } from '../src';
import type { Price } from '../src';
import { tokenSpread } from '../src/budget/estimate-tokens';
import { scriptedModel } from '../src/testing';
import heldOut from './fixtures/held-out-prompts.json';

// Prompts and answers that the estimator was not fitted to, in ten languages, as texts and as objects. Their tokens
// were counted with o200k (gpt-tokenizer 4.0.0).

interface HeldOut {
  readonly prompt: string;
  readonly promptTokens: number;
  readonly words?: number;
  readonly schema?: object;
  readonly schemaTokens?: number;
  readonly answer: string;
  readonly answerTokens: number;
}
const cases = heldOut as readonly HeldOut[];
const model = scriptedModel('x', { provider: 'openai', model: 'gpt-6-luna' });
const price: Price = {
  provider: 'openai',
  model: 'gpt-6-luna',
  input: 0.1,
  output: 0.5,
  asOf: '2026-11-10',
  source: 'x',
};
const chatOverhead = 7;

const planOf = (one: HeldOut, count: number) => ({
  model,
  count,
  prompts: [one.prompt],
  ...(one.words === undefined ? {} : { answerWords: one.words }),
  ...(one.schema === undefined ? {} : { jsonSchema: one.schema as never }),
});
const actualUsd = (one: HeldOut, count: number): number =>
  (count * ((one.promptTokens + (one.schemaTokens ?? 0) + chatOverhead) * 0.1 + one.answerTokens * 0.5)) /
  1e6;

describe('estimates', () => {
  it('of tokens lie within their spread for 95% of the texts', () => {
    const texts = cases.flatMap(({ prompt, promptTokens, answer, answerTokens }) => [
      [prompt, promptTokens] as const,
      [answer, answerTokens] as const,
    ]);
    const inside = texts.filter(([text, tokens]) => {
      const estimate = estimateTokens(text);
      return tokens >= estimate * tokenSpread.low && tokens <= estimate * tokenSpread.high;
    });
    expect(inside.length / texts.length).toBeGreaterThanOrEqual(0.95);
  });

  it('of runs hold the actual cost in 95%, within a factor of 3', () => {
    const rng = streams({ seed: 'estimates', dataset: 'llm-tests' }).stream('runs').at(0);
    const runs = 500;
    let inside = 0;
    let widest = 0;
    for (let run = 0; run < runs; run++) {
      // One to six kinds of calls, a few to some hundred each.
      const kinds = Array.from({ length: 1 + Math.floor(rng.nextF64() * 6) }, () => ({
        one: cases[Math.floor(rng.nextF64() * cases.length)]!,
        count: 1 + Math.floor(rng.nextF64() * 300),
      }));
      const { usd } = estimateRun({
        calls: kinds.map(({ one, count }) => planOf(one, count)),
        prices: [price],
      });
      const actual = kinds.reduce((sum, { one, count }) => sum + actualUsd(one, count), 0);
      if (actual >= (usd.low as number) && actual <= (usd.high as number)) inside++;
      widest = Math.max(widest, (usd.high as number) / (usd.low as number));
    }
    expect(inside / runs).toBeGreaterThanOrEqual(0.95);
    expect(widest).toBeLessThanOrEqual(3);
  });
});
