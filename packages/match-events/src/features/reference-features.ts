import { jaccard } from '../people/id-lists';
import { field, interestsOf, valueOf } from '../people/profiles';
import { referenceAgeScore } from './age';
import { budgetRatio } from './budget';
import { dateOverlapShare, sharedDays } from './dates';
import { place } from './feature-names';
import { addedFor } from './lifestyle';
import { missingParts } from './missing-parts';
import type { PairContext, PairFeatures } from './pair-features';

const unless = (value: number, unknown: number): number => (Number.isNaN(value) ? unknown : value);

/** The features that these rules read anything for; of a group they read neither habits nor origins. */
const read = (1 << place.dates) | (1 << place.budget) | (1 << place.interests) | (1 << place.age);
const readOfTravellers = read | (1 << place.lifestyle) | (1 << place.background);

/** The simplified rules of the script that made such events first: distance and language are constants. */
export function referenceFeatures({ matchType, seekers, others }: PairContext): PairFeatures {
  const solo = matchType === 'user_user';
  const missingOfSeekers = missingParts(seekers, false);
  const missingOfOthers = others === seekers ? missingOfSeekers : missingParts(others, false);
  const reads = solo ? readOfTravellers : read;
  return {
    write(a, b, into) {
      const startA = valueOf(seekers, a, field.startDay);
      const endA = valueOf(seekers, a, field.endDay);
      const startB = valueOf(others, b, field.startDay);
      const endB = valueOf(others, b, field.endDay);
      const shorter = Math.min(endA - startA, endB - startB);
      const added = (of: number, same: number, other: number): number =>
        addedFor(valueOf(seekers, a, of), valueOf(others, b, of), same, other);
      into[place.distance] = 1;
      into[place.dates] = dateOverlapShare(sharedDays(startA, endA, startB, endB), shorter);
      into[place.budget] = budgetRatio(valueOf(seekers, a, field.budget), valueOf(others, b, field.budget));
      into[place.interests] = unless(
        jaccard(seekers.lists, interestsOf(a), others.lists, interestsOf(b)),
        0.3,
      );
      into[place.age] = referenceAgeScore(
        Math.abs(valueOf(seekers, a, field.age) - valueOf(others, b, field.age)),
      );
      into[place.language] = solo ? 0.8 : 0.7;
      into[place.lifestyle] = solo
        ? clamped(0.5 + added(field.smoking, 0.3, -0.2) + added(field.drinking, 0.2, -0.1))
        : 0.6;
      into[place.background] = solo
        ? 0.5 + added(field.nationality, 0.3, 0) + added(field.religion, 0.2, 0)
        : 0.5;
      return (missingOfSeekers[a]! | missingOfOthers[b]!) & reads;
    },
  };
}

const clamped = (score: number): number => Math.min(1, Math.max(0, score));
