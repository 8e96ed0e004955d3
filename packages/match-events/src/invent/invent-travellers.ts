import type { Rng, SharedWork, Streams } from '@synth/core';
import { inventedIds } from '@synth/core';
import type { Profiles } from '../people/profiles';
import { field, idsInRecord, listField, ProfileBuilder, recordBytes, recordWords } from '../people/profiles';
import type { Atlas } from './atlas';
import { idCount } from './atlas';
import { type Invention, emptyBelow } from './invention';
import { nationalities } from './nationalities';
import { regions } from './regions';
import type { Selection } from './selection';
import { styles } from './styles';
import type { Trip } from './trip';
import { drawAge, drawTrip } from './trip';

const travellersMemory = 'travellers';

/** So many are invented at a time where several threads invent. */
const rowsOfPart = 8192;

/** The memory in which threads can invent so many travellers together; nothing where it does not pay. */
export const travellersShared = ({ atlas }: Invention, size: number): Readonly<Record<string, number>> =>
  size < fewestShared || idCount(atlas) > idsInRecord ? {} : { [travellersMemory]: recordBytes(size) };

/** Fewer are invented before threads have met. */
const fewestShared = 100_000;

/**
 * Invents travellers. A latent style of travel decides with which probabilities somebody is young, thrifty, outgoing,
 * goes where, stays how long and likes what; nationality decides languages and religion. Each traveller is drawn from
 * a stream of its own.
 *
 * @param work where threads invent all of them together, in the memory of {@link travellersShared}
 */
export function inventTravellers(
  invention: Invention,
  selection: Selection,
  streams: Streams,
  work?: SharedWork,
): Profiles {
  const { atlas } = invention;
  const { size } = selection;
  const stream = streams.stream('travellers');
  const profiles = new ProfileBuilder(size, idCount(atlas), work?.memory(travellersMemory));
  const who: Who = {
    style: 0,
    nationality: 0,
    age: 0,
    far: false,
    town: 0,
    startDay: 0,
    endDay: 0,
    budget: 0,
  };
  const drawProfile = profileDrawer(invention, profiles);
  let rng = stream.at(0);
  const draw = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      rng = stream.at(selection.of(row), rng);
      drawJourney(rng, invention, who);
      drawProfile(rng, who, row);
    }
  };
  if (work === undefined) draw(0, size);
  else {
    work.divide(travellersMemory, Math.ceil(size / rowsOfPart), (part) => {
      const to = Math.min(size, (part + 1) * rowsOfPart);
      profiles.clear(part * rowsOfPart, to);
      draw(part * rowsOfPart, to);
    });
  }
  const idOf = inventedIds('u', selection.count);
  return profiles.finish((row) => idOf(selection.of(row)));
}

/** Who travels, where to, and when: what the rest of the profile depends on. */
interface Who extends Trip {
  style: number;
  nationality: number;
  age: number;
  town: number;
  /** Whether to another continent. */
  far: boolean;
}

function drawJourney(rng: Rng, { atlas, window }: Invention, who: Who): void {
  const s = atlas.style.draw(rng);
  const n = atlas.nationality.draw(rng);
  who.style = s;
  who.nationality = n;
  who.age = drawAge(rng, styles[s]!);
  const region = atlas.ofStyle[s]!.region.draw(rng);
  who.town = atlas.firstTown[region]! + atlas.town[region]!.draw(rng);
  who.far = nationalities[n]!.continent !== regions[region]!.continent;
  drawTrip(rng, styles[s]!, who, window, who);
}

/** Draws the rest, and writes what is known of somebody into a row. */
function profileDrawer(
  { atlas, missing }: Invention,
  profiles: ProfileBuilder,
): (rng: Rng, who: Who, row: number) => void {
  const muslim = atlas.religions.indexOf('muslim');
  const drawLanguages = languagesDrawer(atlas);
  const liked = new Int32Array(6);
  const spoken = new Int32Array(8);
  const empty = emptyBelow(missing);
  const { words, doubles, singles } = profiles;

  return (rng, who, row) => {
    const tables = atlas.ofStyle[who.style]!;
    const people = atlas.ofNationality[who.nationality]!;
    const religion = people.religions[people.religion.draw(rng)]!;
    const smokes = tables.smoking.draw(rng);
    const drinks = tables.drinking.draw(rng);
    // Three of four Muslims do not drink, whatever their style.
    const abstains = religion === muslim && rng.nextI32() < 0x40000000;
    const personality = tables.personality.draw(rng);
    const likes = 3 + (rng.nextU32() >>> 30);
    for (let i = 0; i < likes; i++) liked[i] = tables.interest.draw(rng);
    const speaks = drawLanguages(rng, who, spoken);

    // What is left empty stays unknown. A draw each, whatever the probability: it moves no other field.
    const at = row * recordWords;
    profiles.setList(row, listField.interests, liked, rng.nextU32() < empty ? 0 : likes);
    profiles.setList(row, listField.languages, spoken, rng.nextU32() < empty ? 0 : speaks);
    if (rng.nextU32() >= empty) doubles[(at + field.age) / 2] = who.age;
    if (rng.nextU32() >= empty) words[at + field.smoking] = smokes;
    if (rng.nextU32() >= empty) words[at + field.drinking] = abstains ? 0 : drinks;
    if (rng.nextU32() >= empty) words[at + field.personality] = personality;
    if (rng.nextU32() >= empty) words[at + field.nationality] = who.nationality;
    if (rng.nextU32() >= empty) words[at + field.religion] = religion;
    if (rng.nextU32() >= empty) doubles[(at + field.budget) / 2] = who.budget;
    // A session has a destination and dates: without them there is no trip to find company for.
    words[at + field.place] = who.town;
    singles[at + field.startDay] = who.startDay;
    singles[at + field.endDay] = who.endDay;
  };
}

/** Draws what somebody speaks, and says how many languages. */
function languagesDrawer({
  ofNationality,
  languages,
}: Atlas): (rng: Rng, who: Who, spoken: Int32Array) => number {
  const english = languages.indexOf('English');
  return (rng, { nationality, age }, spoken) => {
    const people = ofNationality[nationality]!;
    let speaks = 0;
    spoken[speaks++] = people.native;
    // English is more common among the young.
    if (rng.nextF64() < people.english * (1 - 0.008 * (age - 30))) spoken[speaks++] = english;
    for (let i = 0; i < people.also.length; i++) {
      const { language, probability } = people.also[i]!;
      if (rng.nextF64() < probability) spoken[speaks++] = language;
    }
    return speaks;
  };
}
