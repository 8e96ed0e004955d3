import { SynthError } from '@synth/core';
import { abortedError, callError, throwIfAborted } from '../errors/call-failure';
import type { LlmErrorCode } from '../errors/codes';
import { onAbort } from '../middleware/on-abort';
import type { Usage } from '../model/usage';
import { addAnswered, addBooked } from './ledger-entry';
import type { Caps } from './ledger-report';
import { spentOf } from './ledger-report';
import type { LedgerState, OpenReservation } from './ledger-state';
import { entryOf } from './ledger-state';
import type { Priced, PriceList } from './prices';
import { costBound, costOf, usd } from './prices';
import type { RequestTokens } from './request-tokens';

/** What a call may use at most. */
export interface Ask {
  readonly model: Priced & { readonly name: string; readonly deferred?: boolean };
  readonly purpose: string;
  /** The digest of the request. */
  readonly key: string;
  readonly tokens: RequestTokens;
}

/** A place in the budget, held while a call is under way. Exactly one of its methods is called, once. */
export interface Reservation {
  /** An answer came. A usage that is only estimated books the most instead. */
  settle(usage: Usage): void;
  /** The provider turned the request away: it was sent, and is free. */
  refuse(): void;
  /** The request was never sent. */
  cancel(): void;
  /** Nobody knows: it stays booked at the most. */
  giveUp(): void;
}

interface Waiter {
  readonly ask: Ask;
  readonly nanoUsd: number | null;
  readonly enter: (open: OpenReservation) => void;
  readonly fail: (error: Error) => void;
}

/** The places of a budget: none is given that could pass a cap, whatever is under way. */
export class Reservations {
  readonly #state: LedgerState;
  readonly #caps: Caps;
  readonly #priceOf: PriceList;
  readonly #save: () => Promise<void>;
  readonly #waiting: Waiter[] = [];
  /** Deferred calls of an earlier process, by the digest of their request. */
  readonly #orphans: Map<string, OpenReservation>;

  constructor(state: LedgerState, caps: Caps, priceOf: PriceList, save: () => Promise<void>) {
    this.#state = state;
    this.#caps = caps;
    this.#priceOf = priceOf;
    this.#save = save;
    this.#orphans = new Map([...state.open.values()].map((open) => [open.key, open]));
  }

  admit(model: Ask['model']): void {
    if (this.#caps.usd === undefined || this.#priceOf(model) !== undefined) return;
    throw new SynthError<LlmErrorCode>({
      code: 'PRICE_UNKNOWN',
      message: `a cap of ${this.#caps.usd} USD cannot be kept: nobody has said what ${model.name} costs`,
      field: 'caps.usd',
      value: this.#caps.usd,
      remedy: 'hand in its price (openLedger({ prices })), or cap tokens or calls instead',
    });
  }

  async reserve(ask: Ask, signal?: AbortSignal): Promise<Reservation> {
    throwIfAborted(signal);
    this.admit(ask.model);
    const open = this.#adopt(ask) ?? (await this.#enter(ask, signal));
    const place = this.#reservation(open, ask);
    try {
      // Nothing is sent before the store knows of it: a killed process cannot forget a call.
      await this.#save();
    } catch (error) {
      place.cancel();
      throw error;
    }
    return place;
  }

  #adopt(ask: Ask): OpenReservation | undefined {
    const orphan = ask.model.deferred === true ? this.#orphans.get(ask.key) : undefined;
    if (orphan !== undefined) this.#orphans.delete(ask.key);
    return orphan;
  }

  #enter(ask: Ask, signal: AbortSignal | undefined): Promise<OpenReservation> {
    const price = this.#priceOf(ask.model);
    const { input, maxOutput } = ask.tokens;
    const bound = { input, output: maxOutput };
    const nanoUsd = price === undefined ? null : costBound(price, bound, ask.model.priceFactor);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        ask,
        nanoUsd,
        enter: (open) => {
          stop();
          resolve(open);
        },
        fail: (error) => {
          stop();
          reject(error);
        },
      };
      const stop = onAbort(signal, () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(abortedError('not-sent'));
        this.#admitWaiting();
      });
      this.#waiting.push(waiter);
      this.#admitWaiting();
    });
  }

  #admitWaiting(): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      const verdict = this.#verdict(first);
      if (verdict === 'wait') return;
      this.#waiting.shift();
      if (verdict === 'enter') first.enter(this.#open(first));
      else first.fail(verdict);
    }
  }

  #verdict({ ask, nanoUsd }: Waiter): 'enter' | 'wait' | Error {
    if (ask.model.offline) return 'enter';
    const tokens = ask.tokens.input + ask.tokens.maxOutput;
    const spent = spentOf(this.#state);
    const { closed } = spent;
    const { calls: maxCalls, tokens: maxTokens, usd: maxUsd } = this.#caps;
    if (maxCalls !== undefined && spent.calls + 1 > maxCalls) {
      return this.#exceeded(ask, 'caps.calls', spent.calls, 1, maxCalls);
    }
    if (maxTokens !== undefined && closed.tokens + tokens > maxTokens) {
      return this.#exceeded(ask, 'caps.tokens', closed.tokens, tokens, maxTokens);
    }
    if (maxUsd !== undefined && nanoUsd !== null && closed.nanoUsd + nanoUsd > maxUsd * 1e9) {
      return this.#exceeded(ask, 'caps.usd', usd(closed.nanoUsd), usd(nanoUsd), maxUsd);
    }
    const fits =
      (maxTokens === undefined || spent.tokens + tokens <= maxTokens) &&
      (maxUsd === undefined || spent.nanoUsd + (nanoUsd ?? 0) <= maxUsd * 1e9);
    return fits ? 'enter' : 'wait';
  }

  #exceeded(ask: Ask, field: string, spent: number, needed: number, cap: number): Error {
    const message = `${ask.model.name}: up to ${needed} more on top of ${spent} would pass ${field} of ${cap}`;
    const failure = { retryable: false, outcome: 'not-sent', field, spent, needed, cap } as const;
    return callError('BUDGET_EXCEEDED', message, failure, 'raise the cap, or ask for less');
  }

  #open({ ask, nanoUsd }: Waiter): OpenReservation {
    const { purpose, key, model, tokens } = ask;
    const open: OpenReservation = {
      id: this.#state.nextId++,
      purpose,
      provider: model.provider,
      model: model.model,
      offline: model.offline,
      key,
      tokens: tokens.input + tokens.maxOutput,
      nanoUsd,
      deferred: model.deferred === true,
    };
    this.#state.open.set(open.id, open);
    entryOf(this.#state, open, nanoUsd !== null).calls++;
    return open;
  }

  #reservation(open: OpenReservation, ask: Ask): Reservation {
    const entry = entryOf(this.#state, open, open.nanoUsd !== null);
    const close = (change: () => void): void => {
      if (!this.#state.open.delete(open.id)) return;
      change();
      this.#admitWaiting();
      // Not awaited: a process killed before this write has booked the call at its most. A write that fails shows at
      // the next reservation, or at flush.
      this.#save().catch(() => undefined);
    };
    return {
      settle: (usage) =>
        close(() => {
          if (usage.estimated && !open.offline) {
            addBooked(entry, 'unmeasured', open.tokens, open.nanoUsd);
            return;
          }
          const price = this.#priceOf(ask.model);
          addAnswered(entry, usage, price === undefined ? null : costOf(price, usage, ask.model.priceFactor));
        }),
      refuse: () => close(() => entry.refused++),
      cancel: () => close(() => entry.calls--),
      giveUp: () => close(() => addBooked(entry, 'unknownOutcome', open.tokens, open.nanoUsd)),
    };
  }
}
