import type { Places } from '../people/places';
import { places as placesOf } from '../people/places';
import type { Profiles } from '../people/profiles';
import { field, listField, ProfileBuilder } from '../people/profiles';
import { dayField } from './fields';
import type { Group } from './groups-from';
import { habitStep, personalityStep } from './scales';
import type { Traveller } from './traveller';
import { Vocabulary } from './vocabulary';

/** Travellers and groups as the rules read them. */
export interface PeopleProfiles {
  readonly travellers: Profiles;
  readonly groups: Profiles;
  readonly places: Places;
}

/** Profiles of travellers and groups, over the same places, interests and languages. */
export function profilesOf(travellers: readonly Traveller[], groups: readonly Group[]): PeopleProfiles {
  const places = new PlaceNumbers();
  const interests = new Vocabulary();
  const languages = new Vocabulary();
  const nationalities = new Vocabulary();
  const religions = new Vocabulary();
  const trip = (into: ProfileBuilder, row: number, one: Traveller | Group): void => {
    into.set(row, field.place, places.numberOf(one));
    into.set(row, field.startDay, dayField(one.start_date));
    into.set(row, field.endDay, dayField(one.end_date));
    into.set(row, field.budget, one.budget ?? Number.NaN);
  };
  const coded = (vocabulary: Vocabulary, lists: readonly (readonly string[])[]): readonly number[][] =>
    lists.map((texts) => texts.map((text) => vocabulary.codeOf(text)));
  const likedBy = coded(interests, [
    ...travellers.map((one) => one.interests),
    ...groups.map((one) => one.top_interests),
  ]);
  const spokenBy = coded(languages, [
    ...travellers.map((one) => one.languages),
    ...groups.map((one) => one.dominant_languages),
  ]);
  const idCount = Math.max(interests.size, languages.size);

  const ofTravellers = new ProfileBuilder(travellers.length, idCount);
  travellers.forEach((one, row) => {
    trip(ofTravellers, row, one);
    ofTravellers.setList(row, listField.interests, likedBy[row]!);
    ofTravellers.setList(row, listField.languages, spokenBy[row]!);
    ofTravellers.set(row, field.age, one.age ?? Number.NaN);
    if (one.smoking !== null) ofTravellers.set(row, field.smoking, habitStep(one.smoking));
    if (one.drinking !== null) ofTravellers.set(row, field.drinking, habitStep(one.drinking));
    if (one.personality !== null) ofTravellers.set(row, field.personality, personalityStep(one.personality));
    ofTravellers.set(row, field.nationality, nationalities.codeOf(one.nationality));
    ofTravellers.set(row, field.religion, religions.codeOf(one.religion));
  });
  const ofGroups = new ProfileBuilder(groups.length, idCount);
  groups.forEach((one, row) => {
    trip(ofGroups, row, one);
    ofGroups.setList(row, listField.interests, likedBy[travellers.length + row]!);
    ofGroups.setList(row, listField.languages, spokenBy[travellers.length + row]!);
    ofGroups.set(row, field.age, one.average_age ?? Number.NaN);
  });
  return {
    travellers: ofTravellers.finish((row) => travellers[row]!.user_id),
    groups: ofGroups.finish((row) => groups[row]!.group_id),
    places: places.finish(),
  };
}

/** Numbers places by their coordinates. */
class PlaceNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #latitudes: number[] = [];
  readonly #longitudes: number[] = [];

  numberOf({ destination, lat, lon }: Traveller | Group): number {
    if (lat === null || lon === null) return -1;
    const key = `${lat} ${lon}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      this.#numbers.set(key, (number = this.#names.push(destination ?? key) - 1));
      this.#latitudes.push(lat);
      this.#longitudes.push(lon);
    }
    return number;
  }

  finish(): Places {
    return placesOf(this.#names, Float64Array.from(this.#latitudes), Float64Array.from(this.#longitudes));
  }
}
