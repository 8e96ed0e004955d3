import type { DatingOptions } from '../config/outcome-options';
import { meanScore } from '../features/score';
import type { Effects } from './dating-effects';
import { sigmoid } from './logistic';
import type { OutcomeModel } from './outcome-model';

/** The mean feature that neither helps nor harms. */
const neutralMean = 0.65;

/**
 * Two-sided choice as speed dating shows it: log-odds are the side's, the seeker's ease to say yes, the appeal of the
 * other, and a little for the fit of the profiles.
 */
export function datingLike(options: DatingOptions, seekers: Effects, others: Effects): OutcomeModel {
  const ofSide = [options.sideA, options.sideB] as const;
  return {
    probability(seeker, other, features) {
      const fit = (meanScore(features) - neutralMean) * 10;
      return sigmoid(
        ofSide[seekers.side[seeker]!]! +
          seekers.giver[seeker]! +
          others.receiver[other]! +
          options.profile * fit,
      );
    },
  };
}
