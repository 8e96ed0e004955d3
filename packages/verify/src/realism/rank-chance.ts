import { keyedNumber } from '../source/keyed-sample';
import type { Seed } from '@synth/core';

/** Ranks follow their items where these explain more of them than this, beyond what chance gives. */
const most = 0.01;

/** Fewer rows than items by this tell nothing. */
const fewestFree = 30;

/** A longer list is cut into several. */
const longestList = 10_000;

/** Of how many items sums are kept: beyond, of a share of them. */
const mostItems = 200_000;

interface Sums {
  rows: number;
  raw: number;
  rawSquares: number;
  centred: number;
  centredSquares: number;
}

/**
 * Whether ranks are chance: how much of the variance of ranks the items explain (epsilon squared of a one-way analysis of
 * variance, Kelley 1935). Ranks count from the mean of their list, so that lists of different lengths compare; the rows
 * of a list have to follow each other for that. In bounded memory: beyond 200,000 items, of a sample of them.
 */
export class RankChance {
  readonly #items = new Map<string, Sums>();
  readonly #number: (text: string) => number;
  #share = 1;
  #list: string | undefined;
  #open: { readonly item: string; readonly rank: number }[] = [];
  #lists = 0;
  #rows = 0;

  constructor(seed: Seed) {
    this.#number = keyedNumber(seed, 'rank-chance');
  }

  /** @param list undefined where rows do not tell which list they are of */
  add(list: string | undefined, item: string, rank: number): void {
    if (list === undefined || list !== this.#list || this.#open.length >= longestList) this.#close();
    this.#list = list;
    this.#open.push({ item, rank });
  }

  /** The share of the variance of ranks that items explain, beyond chance; `follows`: whether that is more than chance gives. */
  finish(): { readonly explained: number; readonly follows: boolean } | undefined {
    this.#close();
    const repeated = [...this.#items.values()].filter(({ rows }) => rows > 1);
    const centred = this.#rows > 1.5 * this.#lists;
    const sum = (of: (one: Sums) => number): number => repeated.reduce((total, one) => total + of(one), 0);
    const rows = sum((one) => one.rows);
    const items = repeated.length;
    if (items < 2 || rows - items < fewestFree) return undefined;
    const total = ({ centred: a, raw }: Sums): number => (centred ? a : raw);
    const squares = sum((one) => (centred ? one.centredSquares : one.rawSquares));
    const within = squares - sum((one) => (total(one) * total(one)) / one.rows);
    const all = squares - sum(total) ** 2 / rows;
    if (!(all > 0)) return undefined;
    const explained = 1 - within / (rows - items) / (all / (rows - 1));
    // Four standard deviations of what chance gives.
    const chance = (4 * Math.sqrt(2 * (items - 1) * (1 + items / (rows - items)))) / rows;
    return { explained, follows: explained > Math.max(most, chance) };
  }

  #close(): void {
    if (this.#open.length === 0) return;
    const mean = this.#open.reduce((sum, { rank }) => sum + rank, 0) / this.#open.length;
    this.#lists++;
    this.#rows += this.#open.length;
    for (const { item, rank } of this.#open) this.#note(item, rank, rank - mean);
    this.#open = [];
  }

  #note(item: string, raw: number, centred: number): void {
    let sums = this.#items.get(item);
    if (sums === undefined) {
      if (this.#share < 1 && this.#number(item) >= this.#share) return;
      sums = { rows: 0, raw: 0, rawSquares: 0, centred: 0, centredSquares: 0 };
      this.#items.set(item, sums);
      if (this.#items.size > mostItems) this.#halve();
    }
    sums.rows++;
    sums.raw += raw;
    sums.rawSquares += raw * raw;
    sums.centred += centred;
    sums.centredSquares += centred * centred;
  }

  #halve(): void {
    this.#share /= 2;
    for (const item of this.#items.keys()) if (this.#number(item) >= this.#share) this.#items.delete(item);
  }
}
