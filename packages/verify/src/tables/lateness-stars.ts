import type { Seed } from '@synth/core';
import { keyedNumber } from '../source/keyed-sample';

/** How late something came: before its day, 3 to 7 days after it, later; or neither. */
export type Lateness = 'early' | 'late' | 'veryLate' | 'other';

/** How many transactions are remembered of either table: beyond, a share of them, the same in both. */
const mostTransactions = 1_000_000;

/** Stars by how late deliveries were, of transactions that an orders table and a reviews table share. In bounded memory. */
export class LatenessStars {
  readonly #number: (text: string) => number;
  readonly #lateness = new Map<string, Lateness>();
  readonly #stars = new Map<string, number>();
  readonly #direct: Record<Lateness, { sum: number; rows: number }> = {
    early: { sum: 0, rows: 0 },
    late: { sum: 0, rows: 0 },
    veryLate: { sum: 0, rows: 0 },
    other: { sum: 0, rows: 0 },
  };
  #share = 1;

  constructor(seed: Seed) {
    this.#number = keyedNumber(seed, 'transactions');
  }

  delivered(transaction: string, lateness: Lateness): void {
    this.#note(this.#lateness, transaction, lateness);
  }

  reviewed(transaction: string, stars: number): void {
    this.#note(this.#stars, transaction, stars);
  }

  /** A row that has both. */
  both(lateness: Lateness, stars: number): void {
    const one = this.#direct[lateness];
    one.sum += stars;
    one.rows++;
  }

  /** Mean stars; NaN where no review is of such a delivery. */
  finish(): Record<string, number> {
    for (const [transaction, stars] of this.#stars) {
      const lateness = this.#lateness.get(transaction);
      if (lateness !== undefined) this.both(lateness, stars);
    }
    const mean = (lateness: Lateness): number => {
      const { sum, rows } = this.#direct[lateness];
      return rows === 0 ? Number.NaN : sum / rows;
    };
    return { starsEarly: mean('early'), starsLate: mean('late'), starsVeryLate: mean('veryLate') };
  }

  #note<Value>(into: Map<string, Value>, transaction: string, value: Value): void {
    if (this.#share < 1 && this.#number(transaction) >= this.#share) return;
    into.set(transaction, value);
    while (into.size > mostTransactions) this.#halve();
  }

  #halve(): void {
    this.#share /= 2;
    for (const map of [this.#lateness, this.#stars])
      for (const transaction of map.keys())
        if (this.#number(transaction) >= this.#share) map.delete(transaction);
  }
}
