import { SynthError } from '@synth/core';
import type { Store } from '@synth/core';
import { z } from 'zod';
import type { LlmErrorCode } from '../errors/codes';
import { parseOptions, storeOption } from '../options/parse-options';
import { latestWriter } from '../store/latest-writer';
import type { Caps, LedgerReport } from './ledger-report';
import { reportOf } from './ledger-report';
import type { LedgerState } from './ledger-state';
import { loadLedger, saveLedger } from './ledger-state';
import type { Price } from './price-data';
import { pricesAsOf } from './price-data';
import { priceList } from './prices';
import type { Ask, Reservation } from './reservations';
import { Reservations } from './reservations';

/** Options of {@link openLedger}. */
export interface LedgerOptions {
  /** Names the run: letters, digits, `.`, `_`, `-`. Default `run`. */
  readonly run?: string;
  /** Limits that no concurrency, retry or restart passes. Default none. */
  readonly caps?: Caps;
  /** Prices that win over the built-in ones. */
  readonly prices?: readonly Price[];
  /** Where the ledger outlives the process. One ledger has one writer at a time. Default: nowhere. */
  readonly store?: Store;
}

/** The account of a run. */
export interface Ledger {
  readonly run: string;
  readonly caps: Caps;
  /** @throws SynthError `PRICE_UNKNOWN` for a cap in USD and a model without a price */
  admit(model: Ask['model']): void;
  /**
   * Takes a place; waits, in order, while only calls under way stand in its way.
   *
   * @throws SynthError `BUDGET_EXCEEDED` when no outcome of theirs could make room
   */
  reserve(ask: Ask, signal?: AbortSignal): Promise<Reservation>;
  /** What was asked and what it cost, so far. */
  report(): LedgerReport;
  /** Resolves when everything up to now is stored. */
  flush(): Promise<void>;
}

const capSchema = z.strictObject({
  usd: z.number().min(0).max(1_000_000).optional(),
  tokens: z.int().min(0).optional(),
  calls: z.int().min(0).optional(),
});

const optionsSchema = z.strictObject({
  run: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'use letters, digits, ".", "_" and "-"')
    .default('run'),
  caps: capSchema.default({}),
  prices: z.array(z.custom<Price>((value) => typeof value === 'object' && value !== null)).default([]),
  store: storeOption.optional(),
});

/**
 * Opens the account of a run. With a store, the account continues after a restart: what was spent stays spent, and
 * calls that were under way when the process ended count at the most they can have cost.
 *
 * A call takes a place before it is sent, at the most it can use: one token a byte of its prompt, `maxOutputTokens`
 * of answer, at the dearest of the model's prompt prices. So the caps hold at any concurrency, as long as the provider
 * keeps to `maxOutputTokens` and its prices.
 *
 * @throws SynthError `CONFIG_INVALID`, `LEDGER_INVALID`; `PRICE_UNKNOWN` for a cap in USD on a run that made calls
 * whose price nobody knew
 * @example
 * ```ts
 * const ledger = await openLedger({ run: 'monday', caps: { usd: 2, calls: 1000 } });
 * ledger.report().total.usd; // => 0
 * ```
 */
export async function openLedger(options: LedgerOptions = {}): Promise<Ledger> {
  const { run, caps, prices, store } = parseOptions(optionsSchema, 'openLedger', options);
  const storeKey = `ledgers/${run}`;
  const state = await loadLedger(store, storeKey, run);
  if (caps.usd !== undefined) refuseUnknownCost(run, state);
  const flush =
    store === undefined
      ? () => Promise.resolve()
      : latestWriter(() => saveLedger(store, storeKey, run, state));
  const reservations = new Reservations(state, caps, priceList(prices), flush);
  await flush();
  return {
    run,
    caps,
    admit: (model) => reservations.admit(model),
    reserve: (ask, signal) => reservations.reserve(ask, signal),
    report: () => reportOf(run, caps, pricesAsOf, state),
    flush,
  };
}

/** What was spent at an unknown price cannot be told from what a cap leaves. */
function refuseUnknownCost(run: string, { entries }: LedgerState): void {
  const unknown = entries.find(({ offline, calls, nanoUsd }) => !offline && calls > 0 && nanoUsd === null);
  if (unknown === undefined) return;
  throw new SynthError<LlmErrorCode>({
    code: 'PRICE_UNKNOWN',
    message: `run ${run} has calls of ${unknown.provider}/${unknown.model} whose cost nobody knows: no cap in USD can be kept`,
    field: 'caps.usd',
    remedy: 'cap tokens or calls instead, or use another run name',
  });
}
