import { field, likeness, listField, recordWords } from '../people/profiles';
import { ageScore } from './age';
import { budgetScore, groupBudgetScore } from './budget';
import { dateOverlapScore, sharedDays } from './dates';
import { distanceScore } from './distance';
import { place } from './feature-names';
import { habitScore, originScore, personalityScore } from './lifestyle';
import { missingCode, missingNumber } from './missing';
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
export function productionFeatures({ matchType, seekers, others, places }: PairContext): PairFeatures {
  const solo = matchType === 'user_user';
  const { kilometres } = places;
  return {
    write(a, b, into) {
      const i = a * recordWords;
      const j = b * recordWords;
      const codesA = seekers.words;
      const codesB = others.words;
      const placeA = codesA[i + field.place]!;
      const placeB = codesB[j + field.place]!;
      into[place.distance] = distanceScore(kilometres(placeA, placeB));

      const startA = seekers.singles[i + field.startDay]!;
      const endA = seekers.singles[i + field.endDay]!;
      const startB = others.singles[j + field.startDay]!;
      const endB = others.singles[j + field.endDay]!;
      const shared = sharedDays(startA, endA, startB, endB);
      into[place.dates] = dateOverlapScore(
        shared,
        solo ? Math.max(endA - startA, endB - startB) : endA - startA,
      );

      const budgetA = seekers.doubles[(i + field.budget) / 2]!;
      const budgetB = others.doubles[(j + field.budget) / 2]!;
      into[place.budget] = solo ? budgetScore(budgetA, budgetB) : groupBudgetScore(budgetA, budgetB);

      const years = Math.abs(seekers.doubles[(i + field.age) / 2]! - others.doubles[(j + field.age) / 2]!);
      into[place.age] = ageScore(years);

      const liked = likeness(seekers, a, others, b, listField.interests);
      const spoken = likeness(seekers, a, others, b, listField.languages);
      into[place.interests] = interestScore(liked, solo);
      into[place.language] = languageScore(spoken);

      const smokesA = codesA[i + field.smoking]!;
      const smokesB = codesB[j + field.smoking]!;
      const drinksA = codesA[i + field.drinking]!;
      const drinksB = codesB[j + field.drinking]!;
      const personalityA = codesA[i + field.personality]!;
      const personalityB = codesB[j + field.personality]!;
      into[place.lifestyle] =
        (habitScore(smokesA, smokesB) +
          habitScore(drinksA, drinksB) +
          personalityScore(personalityA, personalityB)) /
        3;

      const nationalityA = codesA[i + field.nationality]!;
      const nationalityB = codesB[j + field.nationality]!;
      const religionA = codesA[i + field.religion]!;
      const religionB = codesB[j + field.religion]!;
      into[place.background] =
        (originScore(nationalityA, nationalityB) + originScore(religionA, religionB)) / 2;

      return (
        missingCode(placeA | placeB, place.distance) |
        missingNumber(shared, place.dates) |
        missingNumber(budgetA + budgetB, place.budget) |
        missingNumber(liked, place.interests) |
        missingNumber(years, place.age) |
        missingNumber(spoken, place.language) |
        missingCode(smokesA | smokesB | drinksA | drinksB | personalityA | personalityB, place.lifestyle) |
        missingCode(nationalityA | nationalityB | religionA | religionB, place.background)
      );
    },
  };
}
