import type { Decisions } from './decisions';
import type { Rates } from './rates';
import { ratesOf } from './rates';

/** The log-odds of a rate; half a yes and half a no more keep it finite. */
export const rateLogit = (yes: number, all: number): number => Math.log((yes + 0.5) / (all - yes + 0.5));

/**
 * What the other decisions tell of each: the log-odds of the seeker's rate of saying yes, and of the other's rate of
 * getting one, the decision itself left out.
 */
export function historyOf(decisions: Decisions): readonly [giver: Float64Array, receiver: Float64Array] {
  const { given, received } = ratesOf(decisions);
  const without = (people: Int32Array, { yes, all }: Rates): Float64Array =>
    Float64Array.from(people, (person, row) =>
      rateLogit(yes[person]! - decisions.yes[row]!, all[person]! - 1),
    );
  return [without(decisions.seekers, given), without(decisions.others, received)];
}
