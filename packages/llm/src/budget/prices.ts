import type { AnyModel } from '../model/any-model';
import type { Usage } from '../model/usage';
import type { Price } from './price-data';
import { knownPrices } from './price-data';

/** The part of a model that its price depends on. */
export type Priced = Pick<AnyModel, 'provider' | 'model' | 'endpoint' | 'offline' | 'priceFactor'>;

/** Finds the price of a model; undefined where nobody knows it. */
export type PriceList = (model: Priced) => Price | undefined;

const free: Omit<Price, 'provider' | 'model'> = {
  input: 0,
  output: 0,
  asOf: '2026-11-10',
  source: 'made on this machine',
};

/**
 * A price list: `overrides` first, then the data of this package. Offline models are free. A model behind another
 * address than its provider's (a local server, a proxy) has the price that `overrides` give it, or none.
 *
 * @example
 * ```ts
 * const priceOf = priceList([]);
 * priceOf({ provider: 'openai', model: 'gpt-6-luna-2026-09-22', offline: false })?.output; // => 0.5
 * priceOf({ provider: 'openai', model: 'llama3', endpoint: 'http://localhost:11434/v1', offline: false }); // => undefined
 * ```
 */
export function priceList(overrides: readonly Price[] = []): PriceList {
  const look = ({ provider, model, offline, endpoint }: Priced): Price | undefined => {
    if (offline) return { ...free, provider, model };
    const names = [model, model.replace(/-\d{4}-\d{2}-\d{2}$/, '')];
    const find = (prices: readonly Price[]): Price | undefined =>
      names
        .map((name) => prices.find((price) => price.provider === provider && price.model === name))
        .find((price) => price !== undefined);
    return find(overrides) ?? (endpoint === undefined ? find(knownPrices) : undefined);
  };
  // A call asks several times.
  const known = new WeakMap<Priced, { readonly price: Price | undefined }>();
  return (model) => {
    let found = known.get(model);
    if (found === undefined) known.set(model, (found = { price: look(model) }));
    return found.price;
  };
}

/** A sum of money in whole nano-dollars (10^-9 USD): sums are exact and do not depend on their order. */
export type NanoUsd = number;

/** What a usage costs, rounded up to the next nano-dollar. Exact to 9 million USD. */
export function costOf(price: Price, usage: Usage, factor = 1): NanoUsd {
  // USD per million tokens are millions of pico-dollars a token: whole numbers, as prices have at most six decimals.
  const pico = (usdPerMillion: number): number => Math.round(usdPerMillion * 1e6);
  const { input, cachedInput = input, cacheWrite = input, output = 0, longContext } = price;
  const long = longContext !== undefined && usage.inputTokens > longContext.over ? longContext : undefined;
  const plain = usage.inputTokens - usage.cachedInputTokens - usage.cacheWriteTokens;
  const prompt =
    plain * pico(input) +
    usage.cachedInputTokens * pico(cachedInput) +
    usage.cacheWriteTokens * pico(cacheWrite);
  const total = prompt * (long?.input ?? 1) + usage.outputTokens * pico(output) * (long?.output ?? 1);
  return Math.ceil((total * factor) / 1000);
}

/** The most that a request of at most these tokens can cost. */
export function costBound(price: Price, tokens: { input: number; output: number }, factor = 1): NanoUsd {
  const { input, cachedInput = input, cacheWrite = input } = price;
  const dearest = { ...price, input: Math.max(input, cachedInput, cacheWrite) };
  const usage: Usage = {
    inputTokens: tokens.input,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: tokens.output,
    reasoningTokens: 0,
    estimated: true,
  };
  return costOf(dearest, usage, factor);
}

/** Nano-dollars as USD. */
export const usd = (nano: NanoUsd): number => nano / 1e9;
