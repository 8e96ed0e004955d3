import type { AliasTable } from '@synth/core';
import { aliasTable } from '@synth/core';
import { interests, styles, type Style } from './styles';
import { nationalities, type Nationality } from './nationalities';
import { regions } from './regions';

/** The tables that invented people are drawn from, ready to draw. */
export interface Atlas {
  readonly style: AliasTable;
  readonly nationality: AliasTable;
  /** By style: a region, an interest, a step of each scale. */
  readonly ofStyle: readonly {
    readonly region: AliasTable;
    readonly interest: AliasTable;
    readonly smoking: AliasTable;
    readonly drinking: AliasTable;
    readonly personality: AliasTable;
  }[];
  /** By region: a town, as an index among all towns. */
  readonly firstTown: readonly number[];
  readonly town: readonly AliasTable[];
  /** By nationality. */
  readonly ofNationality: readonly {
    readonly religion: AliasTable;
    readonly religions: readonly number[];
    readonly native: number;
    readonly english: number;
    readonly also: readonly { readonly language: number; readonly probability: number }[];
  }[];
  readonly languages: readonly string[];
  readonly religions: readonly string[];
  readonly towns: readonly { readonly name: string; readonly latitude: number; readonly longitude: number }[];
}

/** Ids of interests and of languages are below. */
export const idCount = ({ languages }: Atlas): number => Math.max(interests.length, languages.length);

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** @param regionCount how many of the regions people travel to, from the first of the list */
export function atlas(regionCount: number): Atlas {
  const visited = regions.slice(0, regionCount);
  const languages = distinct(
    nationalities.flatMap(({ native, also }) => [native, ...Object.keys(also), 'English']),
  );
  const religions = distinct(nationalities.flatMap((people) => Object.keys(people.religions)));
  const towns = visited.flatMap((region) =>
    region.towns.map(([name, latitude, longitude]) => ({ name, latitude, longitude })),
  );
  let towned = 0;
  const ofStyle = (style: Style): Atlas['ofStyle'][number] => ({
    region: aliasTable(visited.map(({ name, weight }) => weight * (style.regions[name] ?? 1))),
    interest: aliasTable(interests.map((interest) => style.interests[interest] ?? 1)),
    smoking: aliasTable(style.smoking),
    drinking: aliasTable(style.drinking),
    personality: aliasTable(style.personality),
  });
  const ofNationality = (people: Nationality): Atlas['ofNationality'][number] => ({
    religion: aliasTable(Object.values(people.religions)),
    religions: Object.keys(people.religions).map((name) => religions.indexOf(name)),
    native: languages.indexOf(people.native),
    english: people.english,
    also: Object.entries(people.also).map(([name, probability]) => ({
      language: languages.indexOf(name),
      probability,
    })),
  });
  return {
    style: aliasTable(styles.map(({ weight }) => weight)),
    nationality: aliasTable(nationalities.map(({ weight }) => weight)),
    ofStyle: styles.map(ofStyle),
    firstTown: visited.map((region) => (towned += region.towns.length) - region.towns.length),
    town: visited.map((region) => aliasTable(region.towns.map(([, , , weight]) => weight))),
    ofNationality: nationalities.map(ofNationality),
    languages,
    religions,
    towns,
  };
}
