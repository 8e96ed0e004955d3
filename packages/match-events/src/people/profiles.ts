import { bitJaccard, idsOfBits } from './id-bits';
import type { IdLists } from './id-lists';
import { idListsOf, idsOfRow, jaccard } from './id-lists';

/** No entry of a dictionary, no step of a scale: the value is unknown. */
export const unknownCode = -1;

/** Steps of the scales of smoking and drinking. */
export const habits = ['never', 'sometimes', 'often'] as const;

/** Steps of the scale of personality. */
export const personalities = ['introvert', 'ambivert', 'extrovert'] as const;

/**
 * The fields of a profile, by their place in its record: an index of words of 32 bits. Unknown is {@link unknownCode} in
 * codes and NaN in numbers.
 *
 * - budget, age: doubles
 * - startDay, endDay: the stay, in days since 1970-01-01, whole numbers that singles hold: both known, or none
 * - place: index in the world's places; nationality, religion: codes
 * - smoking, drinking, personality: steps of {@link habits} and {@link personalities}
 */
export const field = {
  budget: 0,
  age: 2,
  startDay: 4,
  endDay: 5,
  place: 6,
  nationality: 7,
  religion: 8,
  smoking: 9,
  drinking: 10,
  personality: 11,
} as const;

/** The lists of a profile, by the place of their two words of bits; an empty one is unknown. */
export const listField = { interests: 12, languages: 14 } as const;

export type ListField = (typeof listField)[keyof typeof listField];

/** Words of a record. */
export const recordWords = 16;

/** Ids below this are bits of a record. */
export const idsInRecord = 64;

/** Bytes of the records of so many. */
export const recordBytes = (size: number): number => 4 * recordWords * size;

/**
 * What the rules read of travellers, or of groups. A group has the mean age, top interests and dominant languages of
 * its members, and no habits and origins of its own.
 *
 * Records, not columns: a pair is two rows anywhere, and a row is then one line of the processor's cache. Row r is the
 * words from r x {@link recordWords} on of one memory, which is seen in three ways.
 */
export interface Profiles {
  readonly size: number;
  idOf(row: number): string;
  readonly doubles: Float64Array;
  readonly singles: Float32Array;
  readonly words: Int32Array;
  /** The lists of row r, interests and languages, are 2 r and 2 r + 1: where there are ids that are no bits of a record. */
  readonly lists?: IdLists;
}

/** A field of a profile. */
export function valueOf({ doubles, singles, words }: Profiles, row: number, of: number): number {
  const at = row * recordWords + of;
  if (of >= field.place) return words[at]!;
  return of >= field.startDay ? singles[at]! : doubles[at / 2]!;
}

const listAt = (row: number, of: ListField): number => 2 * row + (of === listField.interests ? 0 : 1);

/** The ids of a list, ascending. */
export function idsOf({ words, lists }: Profiles, row: number, of: ListField): readonly number[] {
  if (lists !== undefined) return idsOfRow(lists, listAt(row, of));
  const at = row * recordWords + of;
  return idsOfBits(words[at]!, words[at + 1]!);
}

/** Whether a list is empty. Where ids are no bits, one that is not has a bit set all the same. */
export const isEmptyList = ({ words }: Profiles, row: number, of: ListField): boolean =>
  (words[row * recordWords + of]! | words[row * recordWords + of + 1]!) === 0;

/** What two lists share over what there is in either; NaN where one of them is empty. */
export function likeness(a: Profiles, rowA: number, b: Profiles, rowB: number, of: ListField): number {
  if (a.lists !== undefined && b.lists !== undefined) {
    return jaccard(a.lists, listAt(rowA, of), b.lists, listAt(rowB, of));
  }
  const atA = rowA * recordWords + of;
  const atB = rowB * recordWords + of;
  return bitJaccard(a.words[atA]!, a.words[atA + 1]!, b.words[atB]!, b.words[atB + 1]!);
}

/** Records of whom nothing is known. All bits set are -1 as an integer and NaN as a number; lists are empty. */
const blank = Int32Array.from({ length: 1024 * recordWords }, (_, at) =>
  at % recordWords < listField.interests ? unknownCode : 0,
);

/** Reads both ends of a record, so that the processor's cache has it: many are fetched in the time of one. */
export const touch = ({ words }: Profiles, row: number): number =>
  words[row * recordWords]! ^ words[row * recordWords + recordWords - 1]!;

/** Builds profiles; everything is unknown at first. */
export class ProfileBuilder {
  readonly #size: number;
  /** The memory of the records as {@link Profiles} has it, for who writes many. */
  readonly doubles: Float64Array;
  readonly singles: Float32Array;
  readonly words: Int32Array;
  readonly #lists: ArrayLike<number>[] | undefined;

  /**
   * @param idCount all ids in lists are below; the same for profiles that are compared
   * @param memory of the records, where other threads write some of them; {@link clear} makes the rows unknown that this
   *   one writes. Only where all ids are bits of a record
   */
  constructor(size: number, idCount: number, memory?: SharedArrayBuffer) {
    const bytes = memory ?? new ArrayBuffer(recordBytes(size));
    this.#size = size;
    this.doubles = new Float64Array(bytes);
    this.singles = new Float32Array(bytes);
    this.words = new Int32Array(bytes);
    if (memory === undefined) this.clear(0, size);
    this.#lists = idCount > idsInRecord ? Array.from({ length: 2 * size }, () => []) : undefined;
  }

  /** Makes everything of the rows [from, to) unknown. */
  clear(from: number, to: number): void {
    const end = to * recordWords;
    for (let at = from * recordWords; at < end; at += blank.length) {
      this.words.set(at + blank.length > end ? blank.subarray(0, end - at) : blank, at);
    }
  }

  set(row: number, of: number, value: number): void {
    const at = row * recordWords + of;
    if (of >= field.place) this.words[at] = value;
    else if (of >= field.startDay) this.singles[at] = value;
    else this.doubles[at / 2] = value;
  }

  /** Sets a list to the first `count` of these ids; one that is there twice counts once. */
  setList(row: number, of: ListField, ids: ArrayLike<number>, count: number = ids.length): void {
    const at = row * recordWords + of;
    let low = 0;
    let high = 0;
    for (let i = 0; i < count; i++) {
      if (ids[i]! & 32) high |= 1 << ids[i]!;
      else low |= 1 << ids[i]!;
    }
    this.words[at] = low;
    this.words[at + 1] = high;
    if (this.#lists !== undefined) this.#lists[listAt(row, of)] = Array.from(ids).slice(0, count);
  }

  finish(idOf: (row: number) => string): Profiles {
    return {
      size: this.#size,
      idOf,
      doubles: this.doubles,
      singles: this.singles,
      words: this.words,
      ...(this.#lists === undefined ? {} : { lists: idListsOf(this.#lists) }),
    };
  }
}
