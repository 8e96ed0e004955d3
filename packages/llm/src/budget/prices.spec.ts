import fc from 'fast-check';
import { noUsage } from '../model/usage';
import type { Price } from './price-data';
import { knownPrices, pricesAsOf } from './price-data';
import { costBound, costOf, priceList } from './prices';

const luna = knownPrices.find(({ model }) => model === 'gpt-6-luna')!;

describe('prices', () => {
  it('have a source and a day each, and the newest day is told', () => {
    for (const price of knownPrices) {
      expect(price.source.length).toBeGreaterThan(10);
      expect(price.asOf).toMatch(/^2026-\d\d-\d\d$/);
      expect(price.asOf <= pricesAsOf).toBe(true);
    }
    expect(knownPrices.some(({ asOf }) => asOf === pricesAsOf)).toBe(true);
    expect(new Set(knownPrices.map(({ provider, model }) => `${provider}/${model}`)).size).toBe(
      knownPrices.length,
    );
  });

  it('are found by name and dated name, at the own address of the provider only', () => {
    const priceOf = priceList();
    expect(priceOf({ provider: 'openai', model: 'gpt-6-luna', offline: false })).toBe(luna);
    expect(priceOf({ provider: 'openai', model: 'gpt-6-luna-2026-09-22', offline: false })).toBe(luna);
    expect(priceOf({ provider: 'gemini', model: 'gpt-6-luna', offline: false })).toBeUndefined();
    expect(
      priceOf({ provider: 'openai', model: 'gpt-6-luna', endpoint: 'http://x', offline: false }),
    ).toBeUndefined();
    expect(priceOf({ provider: 'openai', model: 'gpt-99', offline: false })).toBeUndefined();
    expect(priceOf({ provider: 'offline', model: 'any', offline: true })?.input).toBe(0);
  });

  it('can be overridden, also behind another address', () => {
    const own: Price = {
      provider: 'openai',
      model: 'gpt-6-luna',
      input: 9,
      asOf: '2026-12-01',
      source: 'mine',
    };
    const priceOf = priceList([own]);
    expect(priceOf({ provider: 'openai', model: 'gpt-6-luna', endpoint: 'http://x', offline: false })).toBe(
      own,
    );
  });
});

describe('costOf', () => {
  it('is exact in nano-dollars', () => {
    // 1,000 at 0.10, of which 400 cached at 0.01 and 100 written at 0.125; 200 out at 0.50.
    const usage = {
      ...noUsage,
      inputTokens: 1000,
      cachedInputTokens: 400,
      cacheWriteTokens: 100,
      outputTokens: 200,
    };
    expect(costOf(luna, usage)).toBe(500 * 100 + 400 * 10 + 100 * 125 + 200 * 500);
    expect(costOf(luna, usage, 0.5)).toBe((500 * 100 + 400 * 10 + 100 * 125 + 200 * 500) / 2);
    expect(costOf(luna, { ...noUsage, inputTokens: 1 })).toBe(100);
  });

  it('has the higher price of long prompts', () => {
    const usage = { ...noUsage, inputTokens: 300_000, outputTokens: 10 };
    expect(costOf(luna, usage)).toBe(300_000 * 200 + 10 * 750);
  });

  it('is never above its bound', () => {
    const tokens = fc.integer({ min: 0, max: 400_000 });
    const whole = fc.constantFrom(...knownPrices);
    fc.assert(
      fc.property(whole, tokens, tokens, tokens, tokens, (price, plain, cached, written, out) => {
        const input = plain + cached + written;
        const usage = {
          ...noUsage,
          inputTokens: input,
          cachedInputTokens: cached,
          cacheWriteTokens: written,
          outputTokens: out,
        };
        expect(costOf(price, usage)).toBeLessThanOrEqual(costBound(price, { input, output: out }));
      }),
    );
  });
});
