/** A request in the window. */
export interface RateEntry {
  readonly at: number;
  tokens: number;
}

/** The requests of the last `spanMs`, with the sums that a rate is measured by. */
export class RateWindow {
  readonly #spanMs: number;
  readonly #requests: number;
  readonly #tokens: number;
  #entries: RateEntry[] = [];
  #head = 0;
  #used = 0;

  constructor(spanMs: number, limits: { requests: number; tokens: number }) {
    this.#spanMs = spanMs;
    this.#requests = limits.requests;
    this.#tokens = limits.tokens;
  }

  /** How long from `now` until a request of `tokens` has room; 0 for none. One above the whole limit waits for an empty window. */
  waitMs(now: number, tokens: number): number {
    this.#expire(now);
    let count = this.#entries.length - this.#head;
    let used = this.#used;
    let wait = 0;
    for (let i = this.#head; i < this.#entries.length; i++) {
      if (count < this.#requests && used + tokens <= this.#tokens) break;
      const entry = this.#entries[i]!;
      count--;
      used -= entry.tokens;
      wait = entry.at + this.#spanMs - now;
    }
    return wait;
  }

  enter(now: number, tokens: number): RateEntry {
    const entry = { at: now, tokens };
    this.#entries.push(entry);
    this.#used += tokens;
    return entry;
  }

  /** Puts what a request really used in place of what it was expected to. */
  correct(entry: RateEntry, tokens: number, now: number): void {
    this.#expire(now);
    if (entry.at > now - this.#spanMs) this.#used += tokens - entry.tokens;
    entry.tokens = tokens;
  }

  #expire(now: number): void {
    while (this.#head < this.#entries.length && this.#entries[this.#head]!.at <= now - this.#spanMs) {
      this.#used -= this.#entries[this.#head++]!.tokens;
    }
    if (this.#head > 1024) {
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
  }
}
