import type { Streams } from '@synth/core';
import { nextBelow } from '@synth/core';
import { dayText } from '../intake/fields';
import type { Group } from '../intake/groups-from';
import { stepWord } from '../intake/scales';
import type { Traveller } from '../intake/traveller';
import type { ListField, Profiles } from '../people/profiles';
import { field, habits, idsOf, listField, personalities, unknownCode, valueOf } from '../people/profiles';
import type { Atlas } from './atlas';
import { nationalities } from './nationalities';
import type { Selection } from './selection';
import { interests } from './styles';

const nameOf = (names: readonly string[], code: number): string | null =>
  code === unknownCode ? null : names[code]!;

const numberOf = (value: number): number | null => (Number.isNaN(value) ? null : value);

const dayOf = (day: number): string | null => (Number.isNaN(day) ? null : dayText(day));

const namesOf = (names: readonly string[], profiles: Profiles, row: number, of: ListField): string[] =>
  idsOf(profiles, row, of).map((id) => names[id]!);

const trades = ['engineer', 'teacher', 'nurse', 'designer', 'sales', 'cook', 'researcher', 'consultant'];

/** What somebody of an age does; not what any rule reads. */
function jobOf(age: number, die: number): string {
  if (age < 24) return die < 6 ? 'student' : trades[die]!;
  return age > 66 ? 'retired' : trades[die]!;
}

const nationalityNames = nationalities.map(({ name }) => name);

/** Invented travellers as rows of their table. Job and home are drawn here: no rule reads them. */
export function travellerRows(
  atlas: Atlas,
  profiles: Profiles,
  selection: Selection,
  streams: Streams,
): Traveller[] {
  const stream = streams.stream('homes');
  return Array.from({ length: profiles.size }, (_, row) => {
    const rng = stream.at(selection.of(row));
    const die = nextBelow(rng, trades.length);
    const age = valueOf(profiles, row, field.age);
    const nationality = valueOf(profiles, row, field.nationality);
    const homes = nationality === unknownCode ? [] : nationalities[nationality]!.homes;
    return {
      user_id: profiles.idOf(row),
      age: numberOf(age),
      nationality: nameOf(nationalityNames, nationality),
      religion: nameOf(atlas.religions, valueOf(profiles, row, field.religion)),
      languages: namesOf(atlas.languages, profiles, row, listField.languages),
      interests: namesOf(interests, profiles, row, listField.interests),
      personality: stepWord(personalities, valueOf(profiles, row, field.personality)),
      smoking: stepWord(habits, valueOf(profiles, row, field.smoking)),
      drinking: stepWord(habits, valueOf(profiles, row, field.drinking)),
      job: Number.isNaN(age) ? null : jobOf(age, die),
      location: homes.length === 0 ? null : homes[nextBelow(rng, homes.length)]!,
      ...tripOf(atlas, profiles, row),
      mode: 'solo',
    };
  });
}

/** Invented groups as rows of their table. */
export function groupRows(atlas: Atlas, profiles: Profiles, members: Int32Array): Group[] {
  return Array.from({ length: profiles.size }, (_, row) => ({
    group_id: profiles.idOf(row),
    ...tripOf(atlas, profiles, row),
    average_age: numberOf(valueOf(profiles, row, field.age)),
    top_interests: namesOf(interests, profiles, row, listField.interests),
    dominant_languages: namesOf(atlas.languages, profiles, row, listField.languages),
    members_count: members[row]!,
  }));
}

function tripOf(atlas: Atlas, profiles: Profiles, row: number) {
  const town = atlas.towns[valueOf(profiles, row, field.place)];
  return {
    destination: town?.name ?? null,
    lat: town?.latitude ?? null,
    lon: town?.longitude ?? null,
    start_date: dayOf(valueOf(profiles, row, field.startDay)),
    end_date: dayOf(valueOf(profiles, row, field.endDay)),
    budget: numberOf(valueOf(profiles, row, field.budget)),
  };
}
