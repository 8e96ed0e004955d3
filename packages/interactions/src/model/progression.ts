import type { Rng } from '@synth/core';
import { exponential, powr } from '@synth/core';
import type { InteractionsConfig } from '../config/schema';
import type { ChoiceOrder } from './choice-order';
import { sorterBy } from './sort-by';
import type { TasteProfile } from './taste';

/** The order in which users come to their items. */
export interface Progression {
  /** Puts the first `count` of a user's places in order: an exponential race, one draw each. */
  arrange(profile: TasteProfile, places: Int32Array, count: number, rng: Rng): void;
}

const unitExponential = exponential({ rate: 1 });

/**
 * The order in which a user comes to their items. Item i comes first with probability proportional to
 * factor(user, group of i)^taste x weight(i)^popularity: users begin with what fits them and what everybody takes, and
 * explore later, so that what comes last is harder to foresee than a random part. Undefined where both are 0: any order
 * is as likely.
 */
export function progressionOf(
  { taste, popularity }: InteractionsConfig['progression'],
  { weights, groups: groupAt, groupStart }: ChoiceOrder,
): Progression | undefined {
  if (taste === 0 && popularity === 0) return undefined;
  const ofPlace = weights.map((weight) => (weight > 0 ? powr(weight, popularity) : 1));
  const groups = groupStart.length - 1;
  const factors = new Float64Array(groups);
  // Of the groups, only those that a user meets are worked out.
  const ofGroup = new Float64Array(groups);
  let arrivals = new Float64Array(64);
  const sortBy = sorterBy();
  return {
    arrange({ base, listed, groups: listedGroups, extras }, places, count, rng) {
      if (arrivals.length < count) arrivals = new Float64Array(2 * count);
      factors.fill(base);
      ofGroup.fill(0);
      for (let j = 0; j < listed; j++) {
        const group = listedGroups[j]!;
        factors[group] = factors[group]! + extras[j]!;
      }
      unitExponential.fill(rng, arrivals, count);
      for (let i = 0; i < count; i++) {
        const place = places[i]!;
        const group = groupAt[place]!;
        if (ofGroup[group] === 0) ofGroup[group] = powr(factors[group]!, taste) || Number.MIN_VALUE;
        arrivals[i] = arrivals[i]! / (ofPlace[place]! * ofGroup[group]!);
      }
      sortBy(arrivals, places, count);
    },
  };
}
