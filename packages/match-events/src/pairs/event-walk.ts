import type { Market } from './market';
import { passes } from './hard-filter';
import { touch } from '../people/profiles';
import type { Pair } from './pair-space';

/** The pairs that pass, one after the other, in the keyed order. The filter holds what it worked out of the last. */
export interface EventWalk {
  /** Goes to the next event: false where there is no other. */
  next(): boolean;
  /** Who decides, and about whom. */
  readonly pair: Pair;
}

/** Candidates that are looked up at a time: processors fetch what independent steps need in one go. */
const lookahead = 64;

/**
 * Walks over the places first, first + step, ... of the order. Where a pair stands for both its events, both follow, one
 * after the other.
 */
export function eventWalk(
  { space, meet, filter, seekers: left, others: right }: Market,
  order: (index: number) => number,
  first: number,
  step: number,
): EventWalk {
  const pair: Pair = { seeker: 0, other: 0 };
  const numbers = new Float64Array(lookahead);
  const seekers = new Int32Array(lookahead);
  const others = new Int32Array(lookahead);
  const touched = new Int32Array(lookahead);
  let place = first;
  let ahead = 0;
  let at = 0;
  let reverse = false;

  /** Looks up the next candidates, and keeps the rows of those that may meet. */
  function look(): void {
    const looks = Math.min(lookahead, Math.ceil((space.size - place) / step));
    for (let i = 0; i < looks; i++, place += step) numbers[i] = order(place);
    for (let i = 0; i < looks; i++) {
      space.at(numbers[i]!, pair);
      seekers[i] = pair.seeker;
      others[i] = pair.other;
    }
    ahead = 0;
    at = 0;
    for (let i = 0; i < looks; i++) {
      if (meet(seekers[i]!, others[i]!) !== passes) continue;
      seekers[ahead] = space.seekers[seekers[i]!]!;
      others[ahead++] = space.others[others[i]!]!;
    }
    for (let i = 0; i < ahead; i++) touched[i] = touch(left, seekers[i]!) ^ touch(right, others[i]!);
  }

  return {
    pair,
    next() {
      if (reverse) {
        reverse = false;
        const { seeker, other } = pair;
        pair.seeker = other;
        pair.other = seeker;
        return true;
      }
      for (;;) {
        while (at === ahead) {
          if (place >= space.size) return false;
          look();
        }
        pair.seeker = seekers[at]!;
        pair.other = others[at++]!;
        if (filter.judge(pair.seeker, pair.other) !== passes) continue;
        reverse = space.mutual;
        return true;
      }
    },
  };
}
