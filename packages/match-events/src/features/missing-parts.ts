import type { Profiles } from '../people/profiles';
import { field, interestsOf, languagesOf, unknownCode, valueOf } from '../people/profiles';
import { place } from './feature-names';

/**
 * Of each row, the features whose rule does not find all that it reads, as a set of bits by place. A pair misses what
 * either side misses.
 *
 * @param withPersonality whether lifestyle reads the personality beside the habits
 */
export function missingParts(profiles: Profiles, withPersonality: boolean): Uint8Array {
  const { offsets } = profiles.lists;
  const parts = new Uint8Array(profiles.size);
  for (let row = 0; row < parts.length; row++) {
    const code = (of: number): boolean => valueOf(profiles, row, of) === unknownCode;
    const number = (of: number): boolean => Number.isNaN(valueOf(profiles, row, of));
    const list = (of: number): boolean => offsets[of] === offsets[of + 1];
    const lifestyle =
      code(field.smoking) || code(field.drinking) || (withPersonality && code(field.personality));
    parts[row] =
      bit(place.distance, code(field.place)) |
      bit(place.dates, number(field.startDay)) |
      bit(place.budget, number(field.budget)) |
      bit(place.interests, list(interestsOf(row))) |
      bit(place.age, number(field.age)) |
      bit(place.language, list(languagesOf(row))) |
      bit(place.lifestyle, lifestyle) |
      bit(place.background, code(field.nationality) || code(field.religion));
  }
  return parts;
}

const bit = (feature: number, missing: boolean): number => (missing ? 1 << feature : 0);
