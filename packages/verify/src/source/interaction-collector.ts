import type { Row, Seed } from '@synth/core';
import { defaultSeed } from '@synth/core';
import type { InteractionMatrix } from '@synth/interactions';
import { matrixFromIndices } from '@synth/interactions';
import type { Check } from '../integrity/check';
import { countCheck } from '../integrity/check';
import { timeOf } from '../integrity/value-fault';
import { Wrong } from '../integrity/wrong';
import type { Ratings } from '../realism/rating-figures';
import { keyedNumber } from './keyed-sample';

/** Ids, numbered in order of appearance. */
class Numbering {
  readonly ids: string[] = [];
  readonly #indices = new Map<string, number>();
  #lastId: string | undefined;
  #last = 0;

  of(id: string): number {
    // Rows of a user often follow each other.
    if (id === this.#lastId) return this.#last;
    let index = this.#indices.get(id);
    if (index === undefined) {
      index = this.ids.length;
      this.ids.push(id);
      this.#indices.set(id, index);
    }
    this.#lastId = id;
    return (this.#last = index);
  }
}

/** What a collector has gathered. */
export interface Collected {
  readonly matrix: InteractionMatrix;
  readonly plays?: Float32Array;
  readonly ratings?: Ratings;
  readonly sampled?: Sampled;
  readonly checks: Check[];
}

/** What is kept of more interactions than are looked at one by one. */
export interface Sampled {
  /** Of users, whose rows are all kept. */
  readonly share: number;
  /** Rows of each item, those of other users too. */
  readonly itemRows: Float64Array;
}

/** What a collector is told before the first row. */
export interface CollectorOptions {
  /** Users and items to number first, so that those without interactions have a place too. */
  readonly users?: Iterable<string>;
  readonly items?: Iterable<string>;
  /** Beyond so many rows, only those of a share of users are kept, halved as often as it takes. @defaultValue 1,200,000 */
  readonly maxRows?: number | undefined;
  /** Decides which users. @defaultValue 'synth' */
  readonly seed?: Seed | undefined;
}

const mostRows = 1_200_000;

/** Gathers rows of interactions into a matrix, in bounded memory, and counts those that cannot be used. */
export class InteractionCollector {
  readonly #users = new Numbering();
  readonly #items = new Numbering();
  readonly #rowsOfItems: number[] = [];
  readonly #numberOf: (user: string) => number;
  readonly #maxRows: number;
  #userIndices: number[] = [];
  #itemIndices: number[] = [];
  #times: number[] = [];
  #plays: number[] = [];
  #ratings: number[] = [];
  readonly #blank = new Wrong();
  readonly #untimed = new Wrong();
  readonly #wrongPlays = new Wrong();
  readonly #wrongRatings = new Wrong();
  #rows = 0;
  #share = 1;
  #negatives = 0;
  #withTimes = true;
  #withPlays = true;
  #withRatings = true;

  constructor(options: CollectorOptions = {}) {
    for (const id of options.users ?? []) this.#users.of(id);
    for (const id of options.items ?? []) this.#items.of(id);
    this.#maxRows = options.maxRows ?? mostRows;
    this.#numberOf = keyedNumber(options.seed ?? defaultSeed, 'users');
  }

  add(row: Row, where: () => string): void {
    const user = idOf(row['user_id']);
    const item = idOf(row['item_id']);
    if (user === undefined || item === undefined) {
      this.#blank.at(where());
      return;
    }
    const { label } = row;
    if (label === 0 || label === '0' || label === false || label === 'false') {
      this.#negatives++;
      return;
    }
    this.#rows++;
    const itemIndex = this.#items.of(item);
    this.#rowsOfItems[itemIndex] = (this.#rowsOfItems[itemIndex] ?? 0) + 1;
    if (this.#share < 1 && this.#numberOf(user) >= this.#share) return;
    this.#userIndices.push(this.#users.of(user));
    this.#itemIndices.push(itemIndex);
    this.#addTime(row, where);
    this.#addPlays(row, where);
    this.#addRating(row, where);
    while (this.#userIndices.length > this.#maxRows) this.#halve();
  }

  /** Keeps the rows of half of the users. */
  #halve(): void {
    this.#share /= 2;
    const stays = this.#users.ids.map((id) => this.#numberOf(id) < this.#share);
    const kept: number[] = [];
    this.#userIndices.forEach((user, row) => {
      if (stays[user]!) kept.push(row);
    });
    const only = (values: number[]): number[] =>
      values.length === this.#userIndices.length ? kept.map((row) => values[row]!) : values;
    this.#itemIndices = only(this.#itemIndices);
    this.#times = only(this.#times);
    this.#plays = only(this.#plays);
    this.#ratings = only(this.#ratings);
    this.#userIndices = only(this.#userIndices);
  }

  #addTime(row: Row, where: () => string): void {
    if (!('timestamp' in row)) {
      this.#withTimes = false;
      return;
    }
    const time = timeOf(row['timestamp']);
    if (!Number.isFinite(time)) this.#untimed.at(where());
    this.#times.push(time);
  }

  #addPlays(row: Row, where: () => string): void {
    if (!('plays' in row)) {
      this.#withPlays = false;
      return;
    }
    const plays = row['plays'] === '' ? Number.NaN : Number(row['plays']);
    if (!(plays > 0 && Number.isFinite(plays))) this.#wrongPlays.at(where());
    this.#plays.push(plays);
  }

  #addRating(row: Row, where: () => string): void {
    if (!('rating' in row)) {
      this.#withRatings = false;
      return;
    }
    const rating = row['rating'] === '' || row['rating'] === null ? Number.NaN : Number(row['rating']);
    if (!Number.isFinite(rating)) this.#wrongRatings.at(where());
    this.#ratings.push(rating);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Rows of the users that are kept. */
  get keptRows(): number {
    return this.#userIndices.length;
  }

  get negatives(): number {
    return this.#negatives;
  }

  /**
   * The matrix, `plays` of its entries and `ratings` of its rows, where every row has them, and what is kept where that
   * is not all.
   */
  finish(): Collected {
    const timed = this.#withTimes && this.#untimed.count === 0;
    const played = this.#withPlays && this.#wrongPlays.count === 0 && this.rows > 0;
    const matrix = matrixFromIndices({
      rows: this.#users.ids.length,
      cols: this.#items.ids.length,
      userIndices: this.#userIndices,
      itemIndices: this.#itemIndices,
      ...(played ? { values: this.#plays } : {}),
      ...(timed ? { timestamps: this.#times } : {}),
      users: this.#users.ids,
      items: this.#items.ids,
    });
    const checks = [
      countCheck('ids', this.#blank, {
        right: 'every row has a user and an item',
        wrong: 'rows lack a user or an item',
      }),
      ...(this.#withTimes
        ? [countCheck('timestamps', this.#untimed, { right: 'all are times', wrong: 'are no times' })]
        : []),
      ...(this.#withPlays
        ? [countCheck('plays', this.#wrongPlays, { right: 'all above 0', wrong: 'are no number above 0' })]
        : []),
      ...(this.#withRatings && this.rows > 0
        ? [countCheck('ratings', this.#wrongRatings, { right: 'all are numbers', wrong: 'are no numbers' })]
        : []),
    ];
    const rated = this.#withRatings && this.#wrongRatings.count === 0 && this.rows > 0;
    return {
      matrix,
      checks,
      ...(played && matrix.data !== undefined ? { plays: matrix.data } : {}),
      ...(rated
        ? { ratings: { users: this.#userIndices, items: this.#itemIndices, values: this.#ratings } }
        : {}),
      ...(this.#share < 1
        ? { sampled: { share: this.#share, itemRows: Float64Array.from(this.#rowsOfItems, (n) => n ?? 0) } }
        : {}),
    };
  }
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}
