import { field, likeness, listField, valueOf } from '../people/profiles';
import { referenceAgeScore } from './age';
import { budgetRatio } from './budget';
import { dateOverlapShare, sharedDays } from './dates';
import { place } from './feature-names';
import { addedFor } from './lifestyle';
import { missingCode, missingNumber } from './missing';
import type { PairContext, PairFeatures } from './pair-features';

const unless = (value: number, unknown: number): number => (Number.isNaN(value) ? unknown : value);

/** The simplified rules of the script that made such events first: distance and language are constants. */
export function referenceFeatures({ matchType, seekers, others }: PairContext): PairFeatures {
  const solo = matchType === 'user_user';
  return {
    write(a, b, into) {
      const startA = valueOf(seekers, a, field.startDay);
      const endA = valueOf(seekers, a, field.endDay);
      const startB = valueOf(others, b, field.startDay);
      const endB = valueOf(others, b, field.endDay);
      const shorter = Math.min(endA - startA, endB - startB);
      const budgetA = valueOf(seekers, a, field.budget);
      const budgetB = valueOf(others, b, field.budget);
      const liked = likeness(seekers, a, others, b, listField.interests);
      const years = Math.abs(valueOf(seekers, a, field.age) - valueOf(others, b, field.age));
      const added = (of: number, same: number, other: number): number =>
        addedFor(valueOf(seekers, a, of), valueOf(others, b, of), same, other);
      into[place.distance] = 1;
      into[place.dates] = dateOverlapShare(sharedDays(startA, endA, startB, endB), shorter);
      into[place.budget] = budgetRatio(budgetA, budgetB);
      into[place.interests] = unless(liked, 0.3);
      into[place.age] = referenceAgeScore(years);
      into[place.language] = solo ? 0.8 : 0.7;
      into[place.lifestyle] = solo
        ? clamped(0.5 + added(field.smoking, 0.3, -0.2) + added(field.drinking, 0.2, -0.1))
        : 0.6;
      into[place.background] = solo
        ? 0.5 + added(field.nationality, 0.3, 0) + added(field.religion, 0.2, 0)
        : 0.5;
      // Of a group the rules read neither habits nor origins.
      const either = (of: number): number => valueOf(seekers, a, of) | valueOf(others, b, of);
      return (
        missingNumber(shorter, place.dates) |
        missingNumber(budgetA + budgetB, place.budget) |
        missingNumber(liked, place.interests) |
        missingNumber(years, place.age) |
        (solo ? missingCode(either(field.smoking) | either(field.drinking), place.lifestyle) : 0) |
        (solo ? missingCode(either(field.nationality) | either(field.religion), place.background) : 0)
      );
    },
  };
}

const clamped = (score: number): number => Math.min(1, Math.max(0, score));
