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
    const habits = isUnknown(profiles, row, field.smoking) | isUnknown(profiles, row, field.drinking);
    const character = withPersonality ? isUnknown(profiles, row, field.personality) : 0;
    const origin = isUnknown(profiles, row, field.nationality) | isUnknown(profiles, row, field.religion);
    parts[row] =
      (isUnknown(profiles, row, field.place) << place.distance) |
      (isNone(profiles, row, field.startDay) << place.dates) |
      (isNone(profiles, row, field.budget) << place.budget) |
      (isEmpty(offsets, interestsOf(row)) << place.interests) |
      (isNone(profiles, row, field.age) << place.age) |
      (isEmpty(offsets, languagesOf(row)) << place.language) |
      ((habits | character) << place.lifestyle) |
      (origin << place.background);
  }
  return parts;
}

const isUnknown = (profiles: Profiles, row: number, of: number): number =>
  valueOf(profiles, row, of) === unknownCode ? 1 : 0;

const isNone = (profiles: Profiles, row: number, of: number): number =>
  Number.isNaN(valueOf(profiles, row, of)) ? 1 : 0;

const isEmpty = (offsets: Int32Array, list: number): number => (offsets[list] === offsets[list + 1] ? 1 : 0);
