import { jaccard } from '../people/id-lists';
import { field, interestsOf, languagesOf, valueOf } from '../people/profiles';
import { ageScore } from './age';
import { budgetScore, groupBudgetScore } from './budget';
import { dateOverlapScore, sharedDays } from './dates';
import { distanceScore } from './distance';
import { place } from './feature-names';
import { habitScore, originScore, personalityScore } from './lifestyle';
import { missingParts } from './missing-parts';
import type { PairContext, PairFeatures } from './pair-features';

/** Jaccard of interests to score: travellers who share any get .2 on top, at most 1; unknown (NaN) .5. */
export function interestScore(similarity: number, solo: boolean): number {
  if (Number.isNaN(similarity)) return 0.5;
  return solo && similarity > 0 ? Math.min(1, similarity + 0.2) : similarity;
}

/** Jaccard of languages to score: none shared 0, else .6 + .4 of it; unknown (NaN) .5. */
export function languageScore(similarity: number): number {
  if (Number.isNaN(similarity)) return 0.5;
  return similarity === 0 ? 0 : 0.6 + 0.4 * similarity;
}

/**
 * The rules that the matching service scores candidates by. What is unknown of a pair gives .5; of lifestyle and
 * background, each part for itself.
 */
export function productionFeatures({ matchType, seekers, others, kilometres }: PairContext): PairFeatures {
  const solo = matchType === 'user_user';
  const missingOfSeekers = missingParts(seekers, true);
  const missingOfOthers = others === seekers ? missingOfSeekers : missingParts(others, true);
  return {
    write(a, b, into) {
      const startA = valueOf(seekers, a, field.startDay);
      const endA = valueOf(seekers, a, field.endDay);
      const startB = valueOf(others, b, field.startDay);
      const endB = valueOf(others, b, field.endDay);
      const stay = solo ? Math.max(endA - startA, endB - startB) : endA - startA;
      const apart = kilometres(valueOf(seekers, a, field.place), valueOf(others, b, field.place));
      const budgetA = valueOf(seekers, a, field.budget);
      const budgetB = valueOf(others, b, field.budget);
      const years = Math.abs(valueOf(seekers, a, field.age) - valueOf(others, b, field.age));
      const alike = jaccard(seekers.lists, interestsOf(a), others.lists, interestsOf(b));
      const spoken = jaccard(seekers.lists, languagesOf(a), others.lists, languagesOf(b));
      into[place.distance] = distanceScore(apart);
      into[place.dates] = dateOverlapScore(sharedDays(startA, endA, startB, endB), stay);
      into[place.budget] = solo ? budgetScore(budgetA, budgetB) : groupBudgetScore(budgetA, budgetB);
      into[place.interests] = interestScore(alike, solo);
      into[place.age] = ageScore(years);
      into[place.language] = languageScore(spoken);
      into[place.lifestyle] =
        (habitScore(valueOf(seekers, a, field.smoking), valueOf(others, b, field.smoking)) +
          habitScore(valueOf(seekers, a, field.drinking), valueOf(others, b, field.drinking)) +
          personalityScore(valueOf(seekers, a, field.personality), valueOf(others, b, field.personality))) /
        3;
      into[place.background] =
        (originScore(valueOf(seekers, a, field.nationality), valueOf(others, b, field.nationality)) +
          originScore(valueOf(seekers, a, field.religion), valueOf(others, b, field.religion))) /
        2;
      return missingOfSeekers[a]! | missingOfOthers[b]!;
    },
  };
}
