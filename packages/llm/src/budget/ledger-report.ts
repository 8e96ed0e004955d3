import type { LedgerEntry } from './ledger-entry';
import { tokensOf, totalOf } from './ledger-entry';
import type { LedgerState } from './ledger-state';
import { usd } from './prices';

/** An amount in USD; `unknown` where a price is, never 0. */
export type Usd = number | 'unknown';

/** Sums of a ledger. */
export interface LedgerSums {
  /** Requests sent: answered, refused, unmeasured, of unknown outcome, and still open. */
  readonly calls: number;
  readonly answered: number;
  readonly refused: number;
  readonly unmeasured: number;
  readonly unknownOutcome: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** Tokens booked, at the most they can be, for the unmeasured and the unknown. */
  readonly bookedTokens: number;
  /** The cost of the answered. */
  readonly usd: Usd;
  /** The cost booked for the unmeasured and the unknown. */
  readonly bookedUsd: Usd;
}

/** The sums of one model and purpose. */
export interface LedgerLine extends LedgerSums {
  readonly purpose: string;
  readonly provider: string;
  readonly model: string;
  /** Whether no language model was asked. */
  readonly offline: boolean;
}

/** Limits of a run. Absent: none. */
export interface Caps {
  /** USD for everything, booked amounts included. */
  readonly usd?: number;
  /** Tokens in and out. */
  readonly tokens?: number;
  /** Requests, repeated ones included. */
  readonly calls?: number;
}

/** What a run asked and what it cost, as JSON: for a manifest. */
export interface LedgerReport {
  readonly version: 1;
  readonly run: string;
  readonly caps: Caps;
  /** The newest day on which a built-in price was read. */
  readonly pricesAsOf: string;
  readonly total: LedgerSums;
  /** By purpose and model, in that order. */
  readonly lines: readonly LedgerLine[];
  /** Requests that are under way. */
  readonly open: number;
}

const amount = (nano: number | null): Usd => (nano === null ? 'unknown' : usd(nano));

function sumsOf(entry: LedgerEntry): LedgerSums {
  const { calls, answered, refused, unmeasured, unknownOutcome, usage, bookedTokens } = entry;
  const { inputTokens, cachedInputTokens, outputTokens, reasoningTokens } = usage;
  return {
    calls,
    answered,
    refused,
    unmeasured,
    unknownOutcome,
    inputTokens,
    cachedInputTokens,
    outputTokens,
    reasoningTokens,
    bookedTokens,
    usd: amount(entry.nanoUsd),
    bookedUsd: amount(entry.bookedNanoUsd),
  };
}

/** The report of a state. */
export function reportOf(run: string, caps: Caps, pricesAsOf: string, state: LedgerState): LedgerReport {
  const order = (a: LedgerLine, b: LedgerLine): number => (lineKey(a) < lineKey(b) ? -1 : 1);
  const lines = state.entries.map((entry): LedgerLine => {
    const { purpose, provider, model, offline } = entry;
    return { purpose, provider, model, offline, ...sumsOf(entry) };
  });
  return {
    version: 1,
    run,
    caps,
    pricesAsOf,
    total: sumsOf(totalOf(state.entries)),
    lines: lines.sort(order),
    open: state.open.size,
  };
}

const lineKey = ({ purpose, provider, model }: LedgerLine): string => [purpose, provider, model].join('\n');

/** Amounts that caps limit. */
export interface Spent {
  readonly calls: number;
  readonly tokens: number;
  readonly nanoUsd: number;
}

/** What the caps count: paid models only. `closed` leaves out the calls under way, which the rest holds at their most. */
export function spentOf(state: LedgerState): Spent & { readonly closed: Omit<Spent, 'calls'> } {
  let [calls, tokens, money] = [0, 0, 0];
  for (const entry of state.entries) {
    if (entry.offline) continue;
    calls += entry.calls;
    tokens += tokensOf(entry);
    money += (entry.nanoUsd ?? 0) + (entry.bookedNanoUsd ?? 0);
  }
  const closed = { tokens, nanoUsd: money };
  for (const open of state.open.values()) {
    if (open.offline) continue;
    tokens += open.tokens;
    money += open.nanoUsd ?? 0;
  }
  return { calls, tokens, nanoUsd: money, closed };
}
