import type { Rng } from '@synth/core';
import { nextBelow } from '@synth/core';
import type { InteractionsConfig } from '../config/schema';
import type { ChoiceOrder } from './choice-order';
import { fixedPower } from './fixed-power';
import { exponentialRaces } from './race';
import type { Tastes } from './taste';

/** The order in which users come to their items: of many users at a time. */
export interface Progression {
  /** Makes the draws of one more user, whose places stand at [from, to), behind those of the user before. */
  add(tastes: Tastes, places: Int32Array, from: number, to: number, rng: Rng): void;
  /** Writes the places of all users, which end at `end`, to `out`, those of each in their order. */
  arrange(places: Int32Array, end: number, out: Int32Array): void;
}

/** No factor of a mean arrival is greater, so that their product and what is drawn by it are finite. */
const greatest = 1e38;

/**
 * The order in which a user comes to their items. Item i comes first with probability proportional to
 * factor(user, group of i)^taste x weight(i)^popularity: users begin with what fits them and what everybody takes, and
 * explore later, so that what comes last is harder to foresee than a random part. It is an exponential race, in which the
 * mean arrival of an item is the inverse of its rate. Where both are 0, any order is as likely.
 *
 * @param room how many items all users that are arranged at a time have at the most
 */
export function progressionOf(
  { taste, popularity }: InteractionsConfig['progression'],
  { weights, groups: groupAt, groupStart }: ChoiceOrder,
  room: number,
): Progression {
  if (taste === 0 && popularity === 0) return anyOrder;
  const meanOfPlace = meansOf(weights, popularity);
  const groups = groupStart.length - 1;
  const meanOfFactor = fixedPower(-taste);
  const meanOfGroup = new Float64Array(groups);
  const means = new Float64Array(room);
  const races = exponentialRaces(room);
  return {
    add(tastes, places, from, to, rng) {
      for (let g = 0; g < groups; g++) meanOfGroup[g] = Math.min(greatest, meanOfFactor(tastes[g]!));
      for (let i = from; i < to; i++) {
        const place = places[i]!;
        means[i - from] = meanOfPlace[place]! * meanOfGroup[groupAt[place]!]!;
      }
      races.add(means, from, to, rng);
    },
    arrange: (places, end, out) => races.finish(places, end, out),
  };
}

/** The part of a mean arrival that the weight of a place makes; 1 where only those take it to whom it is given. */
function meansOf(weights: Float64Array, popularity: number): Float32Array {
  const meanOf = fixedPower(-popularity);
  const means = new Float32Array(weights.length);
  for (let place = 0; place < weights.length; place++) {
    means[place] = weights[place]! > 0 ? Math.min(greatest, meanOf(weights[place]!)) : 1;
  }
  return means;
}

/** Shuffles places where they stand. */
const anyOrder: Progression = {
  add(_tastes, places, from, to, rng) {
    for (let i = to - 1; i > from; i--) {
      const j = from + nextBelow(rng, i - from + 1);
      const place = places[i]!;
      places[i] = places[j]!;
      places[j] = place;
    }
  },
  arrange(places, end, out) {
    out.set(places.subarray(0, end));
  },
};
