import type { MatchType } from '../features/feature-names';
import { place } from '../features/feature-names';

/** What the production rules give to what is unknown. */
const neutral = 0.5;

const always: readonly number[] = [place.distance, place.dates, place.language];

/**
 * The features that surely miss something where an event does not say: those of .5 to which the production rules give
 * .5 for nothing known. That is so of distance, dates and language, and of the budget of two travellers. Age, interests
 * and background reach .5 with everything known, lifestyle mixes three parts: of them nothing can be told, and their
 * flags stay 0.
 *
 * @returns a set of bits by place
 */
export function derivedMissing(matchType: MatchType, features: readonly number[]): number {
  const telling = matchType === 'user_user' ? [...always, place.budget] : always;
  return telling.reduce<number>((set, i) => (features[i] === neutral ? set | (1 << i) : set), 0);
}
