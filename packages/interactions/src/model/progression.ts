import { powr } from '@synth/core';
import type { InteractionsConfig } from '../config/schema';
import type { TasteProfile } from './taste';
import { groupFactor } from './taste';

/** How early each of a user's items tends to come: rates of an exponential race. */
export interface Progression {
  /** Writes the rate of each of the first `count` items to the front of `out`. */
  rates(profile: TasteProfile, items: Int32Array, count: number, out: Float64Array): void;
}

interface ProgressionSource {
  readonly weights: Float64Array;
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/**
 * The order in which a user comes to their items. Item i comes first with probability proportional to
 * factor(user, group of i)^taste x weight(i)^popularity: users begin with what fits them and what everybody takes, and
 * explore later, so that what comes last is harder to foresee than a random part. Undefined where both are 0: any order
 * is as likely.
 */
export function progressionOf(
  { taste, popularity }: InteractionsConfig['progression'],
  { weights, groupOf, groups }: ProgressionSource,
): Progression | undefined {
  if (taste === 0 && popularity === 0) return undefined;
  const ofItem = weights.map((weight) => (weight > 0 ? powr(weight, popularity) : 1));
  // Of the groups, only those that a user meets are worked out.
  const ofGroup = new Float64Array(groups);
  return {
    rates(profile, items, count, out) {
      ofGroup.fill(0);
      for (let i = 0; i < count; i++) {
        const item = items[i]!;
        const group = groupOf[item]!;
        if (ofGroup[group] === 0)
          ofGroup[group] = powr(groupFactor(profile, group), taste) || Number.MIN_VALUE;
        out[i] = ofItem[item]! * ofGroup[group]!;
      }
    },
  };
}
