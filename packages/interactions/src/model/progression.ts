import type { Rng } from '@synth/core';
import { powr } from '@synth/core';
import type { InteractionsConfig } from '../config/schema';
import type { ChoiceOrder } from './choice-order';
import { exponentialRace } from './race';
import type { TasteProfile } from './taste';

/** The order in which users come to their items. */
export interface Progression {
  /** Writes the items of a user's first `count` places in order to `out`: an exponential race, one draw each. */
  arrange(profile: TasteProfile, places: Int32Array, count: number, rng: Rng, out: Int32Array): void;
}

/**
 * The order in which a user comes to their items. Item i comes first with probability proportional to
 * factor(user, group of i)^taste x weight(i)^popularity: users begin with what fits them and what everybody takes, and
 * explore later, so that what comes last is harder to foresee than a random part. Undefined where both are 0: any order
 * is as likely.
 */
export function progressionOf(
  { taste, popularity }: InteractionsConfig['progression'],
  { items, weights, groups: groupAt, groupStart }: ChoiceOrder,
): Progression | undefined {
  if (taste === 0 && popularity === 0) return undefined;
  const ofPlace = new Float64Array(weights.length).fill(1);
  for (let place = 0; place < weights.length; place++) {
    if (weights[place]! > 0) ofPlace[place] = powr(weights[place]!, popularity);
  }
  const groups = groupStart.length - 1;
  const factors = new Float64Array(groups);
  // Of the groups, only those that a user meets are worked out.
  const ofGroup = new Float64Array(groups);
  let rates = new Float64Array(64);
  let taken = new Int32Array(64);
  const race = exponentialRace();
  return {
    arrange({ base, listed, groups: listedGroups, extras }, places, count, rng, out) {
      if (rates.length < count) {
        rates = new Float64Array(2 * count);
        taken = new Int32Array(2 * count);
      }
      for (let group = 0; group < groups; group++) {
        factors[group] = base;
        ofGroup[group] = 0;
      }
      for (let j = 0; j < listed; j++) {
        const group = listedGroups[j]!;
        factors[group] = factors[group]! + extras[j]!;
      }
      for (let i = 0; i < count; i++) {
        const place = places[i]!;
        const group = groupAt[place]!;
        if (ofGroup[group] === 0) ofGroup[group] = powr(factors[group]!, taste) || Number.MIN_VALUE;
        rates[i] = ofPlace[place]! * ofGroup[group]!;
        taken[i] = items[place]!;
      }
      race(rates, taken, count, rng, out);
    },
  };
}
