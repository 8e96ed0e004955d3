import type { IdLists } from './id-lists';
import { IdListBuilder } from './id-lists';

/** No entry of a dictionary, no step of a scale: the value is unknown. */
export const unknownCode = -1;

/** Steps of the scales of smoking and drinking. */
export const habits = ['never', 'sometimes', 'often'] as const;

/** Steps of the scale of personality. */
export const personalities = ['introvert', 'ambivert', 'extrovert'] as const;

/**
 * The fields of a profile, by their place in its record. Unknown is {@link unknownCode} in codes and NaN in others.
 *
 * - place: index in the world's places; nationality, religion: codes
 * - startDay, endDay: the stay, in days since 1970-01-01: both known, or none
 * - smoking, drinking, personality: steps of {@link habits} and {@link personalities}
 */
export const field = {
  startDay: 0,
  endDay: 1,
  place: 2,
  budget: 3,
  age: 4,
  smoking: 5,
  drinking: 6,
  personality: 7,
  nationality: 8,
  religion: 9,
} as const;

const fieldCount = 10;

const codes: readonly number[] = [
  field.place,
  field.smoking,
  field.drinking,
  field.personality,
  field.nationality,
  field.religion,
];

/**
 * What the rules read of travellers, or of groups. A group has the mean age, top interests and dominant languages of
 * its members, and no habits and origins of its own.
 *
 * Records, not columns: a pair is two rows anywhere, and a row is then one or two lines of the processor's cache.
 */
export interface Profiles {
  readonly size: number;
  idOf(row: number): string;
  /** Field f of row r at r x `fieldCount` + f: read it by {@link valueOf}. */
  readonly fields: Float64Array;
  /** Interests and languages of row r are the lists 2 r and 2 r + 1; an empty one is unknown. */
  readonly lists: IdLists;
}

/** A field of a profile. */
export const valueOf = (profiles: Profiles, row: number, place: number): number =>
  profiles.fields[row * fieldCount + place]!;

/** The list of a profile's interests, or languages. */
export const interestsOf = (row: number): number => 2 * row;
export const languagesOf = (row: number): number => 2 * row + 1;

/** Builds profiles row by row; everything is unknown at first. */
export class ProfileBuilder {
  readonly #size: number;
  readonly #fields: Float64Array;
  readonly #lists: IdListBuilder;

  constructor(size: number) {
    this.#size = size;
    this.#fields = new Float64Array(size * fieldCount).fill(Number.NaN);
    this.#lists = new IdListBuilder(2 * size);
    for (let at = 0; at < this.#fields.length; at += fieldCount) {
      for (const code of codes) this.#fields[at + code] = unknownCode;
    }
  }

  set(row: number, place: number, value: number): void {
    this.#fields[row * fieldCount + place] = value;
  }

  /** Adds the next list: interests and languages of one row after the other. */
  addList(ids: ArrayLike<number>, count: number = ids.length): void {
    for (let i = 0; i < count; i++) this.#lists.push(ids[i]!);
    this.#lists.endRow();
  }

  finish(idOf: (row: number) => string): Profiles {
    return { size: this.#size, idOf, fields: this.#fields, lists: this.#lists.finish() };
  }
}

/** Some rows of profiles, as profiles. */
export function selectProfiles(
  profiles: Profiles,
  { size, of }: { readonly size: number; of(row: number): number },
): Profiles {
  const { offsets, ids } = profiles.lists;
  const fields = new Float64Array(size * fieldCount);
  const lists = new IdListBuilder(2 * size);
  for (let row = 0; row < size; row++) {
    const from = of(row);
    fields.set(profiles.fields.subarray(from * fieldCount, (from + 1) * fieldCount), row * fieldCount);
    for (const list of [interestsOf(from), languagesOf(from)]) {
      for (let i = offsets[list]!; i < offsets[list + 1]!; i++) lists.push(ids[i]!);
      lists.endRow();
    }
  }
  return { size, idOf: (row) => profiles.idOf(of(row)), fields, lists: lists.finish() };
}
