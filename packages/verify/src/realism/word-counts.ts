/** Texts with more words are counted as this long. */
const longest = 20_000;

/** How many texts have how many words, in constant memory. */
export class WordCounts {
  readonly counts = new Float64Array(longest + 1);
  #texts = 0;
  #most = 0;

  add(words: number): void {
    const at = Math.min(words, longest);
    this.counts[at]!++;
    this.#texts++;
    if (at > this.#most) this.#most = at;
  }

  get texts(): number {
    return this.#texts;
  }

  /** Words of the longest text. */
  get most(): number {
    return this.#most;
  }

  /** The share of texts with fewer words than this; NaN of none. */
  under(words: number): number {
    let below = 0;
    for (let at = 0; at < words; at++) below += this.counts[at]!;
    return below / (this.#texts === 0 ? Number.NaN : this.#texts);
  }

  /** The number of words that most texts have: the smallest of equals; NaN of none. */
  mode(): number {
    if (this.#texts === 0) return Number.NaN;
    let best = 0;
    for (let at = 1; at <= this.#most; at++) if (this.counts[at]! > this.counts[best]!) best = at;
    return best;
  }

  /** The median number of words; NaN of none. */
  median(): number {
    if (this.#texts === 0) return Number.NaN;
    return (this.#nth(Math.floor((this.#texts - 1) / 2)) + this.#nth(Math.floor(this.#texts / 2))) / 2;
  }

  /** Mean and standard deviation of ln words; NaN of none. */
  logarithms(): { readonly mu: number; readonly sigma: number } {
    let mu = 0;
    for (let at = 1; at <= this.#most; at++) mu += this.counts[at]! * Math.log(at);
    mu /= this.#texts === 0 ? Number.NaN : this.#texts;
    let squares = 0;
    for (let at = 1; at <= this.#most; at++) {
      const off = Math.log(at) - mu;
      squares += this.counts[at]! * off * off;
    }
    return { mu, sigma: Math.sqrt(squares / this.#texts) };
  }

  /** The words of the text that so many shorter ones stand before. */
  #nth(before: number): number {
    let seen = 0;
    for (let at = 0; at <= this.#most; at++) {
      seen += this.counts[at]!;
      if (seen > before) return at;
    }
    return this.#most;
  }
}
