import { addUsage, noUsage } from '../model/usage';
import type { Usage } from '../model/usage';
import type { NanoUsd } from './prices';

/** What was asked of one model for one purpose. Sums are exact: whole tokens, whole nano-dollars. */
export interface LedgerEntry {
  readonly purpose: string;
  readonly provider: string;
  readonly model: string;
  readonly offline: boolean;
  /** Requests sent: the next four together, and those still open. */
  calls: number;
  /** Answered with a count of tokens. */
  answered: number;
  /** Turned away, and so free. */
  refused: number;
  /** Answered without a count of tokens: booked at the most that they can have used. */
  unmeasured: number;
  /** Perhaps answered: timed out, aborted, cut off, or open when the process ended. Booked at the most, too. */
  unknownOutcome: number;
  /** Tokens of the answered. */
  usage: Usage;
  /** Tokens booked for the unmeasured and unknown. */
  bookedTokens: number;
  /** The cost of the answered; null where the price is not known. */
  nanoUsd: NanoUsd | null;
  /** The cost booked for the unmeasured and unknown. */
  bookedNanoUsd: NanoUsd | null;
}

/** An entry before its first call. */
export function emptyEntry(
  of: Pick<LedgerEntry, 'purpose' | 'provider' | 'model' | 'offline'>,
  priced: boolean,
): LedgerEntry {
  return {
    ...of,
    calls: 0,
    answered: 0,
    refused: 0,
    unmeasured: 0,
    unknownOutcome: 0,
    usage: noUsage,
    bookedTokens: 0,
    nanoUsd: priced ? 0 : null,
    bookedNanoUsd: priced ? 0 : null,
  };
}

/** All tokens of an entry, booked ones included. */
export const tokensOf = (entry: Pick<LedgerEntry, 'usage' | 'bookedTokens'>): number =>
  entry.usage.inputTokens + entry.usage.outputTokens + entry.bookedTokens;

/** Adds an answered call. */
export function addAnswered(entry: LedgerEntry, usage: Usage, cost: NanoUsd | null): void {
  entry.answered++;
  entry.usage = addUsage(entry.usage, usage);
  entry.nanoUsd = addMoney(entry.nanoUsd, cost);
}

/** Adds a call whose use is not known, at the most it can be. */
export function addBooked(
  entry: LedgerEntry,
  kind: 'unmeasured' | 'unknownOutcome',
  tokens: number,
  cost: NanoUsd | null,
): void {
  entry[kind]++;
  entry.bookedTokens += tokens;
  entry.bookedNanoUsd = addMoney(entry.bookedNanoUsd, cost);
}

/** The sum of several entries. */
export function totalOf(entries: readonly LedgerEntry[]): LedgerEntry {
  const total = emptyEntry({ purpose: '', provider: '', model: '', offline: false }, true);
  for (const entry of entries) {
    total.calls += entry.calls;
    total.answered += entry.answered;
    total.refused += entry.refused;
    total.unmeasured += entry.unmeasured;
    total.unknownOutcome += entry.unknownOutcome;
    total.usage = addUsage(total.usage, entry.usage);
    total.bookedTokens += entry.bookedTokens;
    total.nanoUsd = addMoney(total.nanoUsd, entry.nanoUsd);
    total.bookedNanoUsd = addMoney(total.bookedNanoUsd, entry.bookedNanoUsd);
  }
  return total;
}

const addMoney = (a: NanoUsd | null, b: NanoUsd | null): NanoUsd | null =>
  a === null || b === null ? null : a + b;
