import type { Market } from './market';
import { passes } from './hard-filter';
import { touch } from '../people/profiles';
import type { Pair } from './pair-space';

/** Candidates that are looked up at a time: processors fetch what independent steps need in one go. */
const lookahead = 64;

/**
 * The pairs that pass, one after the other, in the keyed order: of the places first, first + step, ... of it. Where a
 * pair stands for both its events, both follow, one after the other. The filter holds what it worked out of the last.
 *
 * A class, because its loops are hot: closures that are made for every block are compiled for every block, too.
 */
export class EventWalk {
  /** Who decides, and about whom. */
  readonly pair: Pair = { seeker: 0, other: 0 };
  readonly #market: Market;
  readonly #order: (index: number) => number;
  readonly #step: number;
  readonly #numbers = new Float64Array(lookahead);
  readonly #seekers = new Int32Array(lookahead);
  readonly #others = new Int32Array(lookahead);
  readonly #touched = new Int32Array(lookahead);
  #place: number;
  #ahead = 0;
  #at = 0;
  #reverse = false;

  constructor(market: Market, order: (index: number) => number, first: number, step: number) {
    this.#market = market;
    this.#order = order;
    this.#place = first;
    this.#step = step;
  }

  /** Goes to the next event: false where there is no other. */
  next(): boolean {
    const { pair } = this;
    if (this.#reverse) {
      this.#reverse = false;
      const { seeker, other } = pair;
      pair.seeker = other;
      pair.other = seeker;
      return true;
    }
    const { space, filter } = this.#market;
    for (;;) {
      while (this.#at === this.#ahead) {
        if (this.#place >= space.size) return false;
        this.#look();
      }
      pair.seeker = this.#seekers[this.#at]!;
      pair.other = this.#others[this.#at++]!;
      if (filter.judge(pair.seeker, pair.other) !== passes) continue;
      this.#reverse = space.mutual;
      return true;
    }
  }

  /** Looks up the next candidates, and keeps the rows of those that may meet. */
  #look(): void {
    const { space, meet, seekers: left, others: right } = this.#market;
    const { pair } = this;
    const [numbers, seekers, others, touched] = [this.#numbers, this.#seekers, this.#others, this.#touched];
    const order = this.#order;
    const step = this.#step;
    let place = this.#place;
    const looks = Math.min(lookahead, Math.ceil((space.size - place) / step));
    for (let i = 0; i < looks; i++, place += step) numbers[i] = order(place);
    this.#place = place;
    for (let i = 0; i < looks; i++) {
      space.at(numbers[i]!, pair);
      seekers[i] = pair.seeker;
      others[i] = pair.other;
    }
    let ahead = 0;
    for (let i = 0; i < looks; i++) {
      if (meet(seekers[i]!, others[i]!) !== passes) continue;
      seekers[ahead] = space.seekers[seekers[i]!]!;
      others[ahead++] = space.others[others[i]!]!;
    }
    for (let i = 0; i < ahead; i++) touched[i] = touch(left, seekers[i]!) ^ touch(right, others[i]!);
    this.#ahead = ahead;
    this.#at = 0;
  }
}
