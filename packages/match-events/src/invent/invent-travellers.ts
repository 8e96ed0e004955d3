import type { Rng, Streams } from '@synth/core';
import { inventedIds } from '@synth/core';
import type { Profiles } from '../people/profiles';
import { field, ProfileBuilder } from '../people/profiles';
import type { Invention } from './invention';
import { isEmptyField } from './invention';
import { nationalities } from './nationalities';
import { regions } from './regions';
import type { Selection } from './selection';
import { styles } from './styles';
import type { Trip } from './trip';
import { drawAge, drawTrip } from './trip';

/**
 * Invents travellers. A latent style of travel decides with which probabilities somebody is young, thrifty, outgoing,
 * goes where, stays how long and likes what; nationality decides languages and religion. Each traveller is drawn from
 * a stream of its own.
 */
export function inventTravellers(invention: Invention, selection: Selection, streams: Streams): Profiles {
  const stream = streams.stream('travellers');
  const profiles = new ProfileBuilder(selection.size);
  const draw = travellerDrawer(invention, profiles);
  let rng = stream.at(0);
  for (let row = 0; row < selection.size; row++) {
    rng = stream.at(selection.of(row), rng);
    draw(rng, row);
  }
  const idOf = inventedIds('u', selection.count);
  return profiles.finish((row) => idOf(selection.of(row)));
}

function travellerDrawer(
  { atlas, window, missing }: Invention,
  profiles: ProfileBuilder,
): (rng: Rng, row: number) => void {
  const english = atlas.languages.indexOf('English');
  const muslim = atlas.religions.indexOf('muslim');
  const trip: Trip = { startDay: 0, endDay: 0, budget: 0 };
  const liked = new Int32Array(6);
  const spoken = new Int32Array(8);

  return (rng, row) => {
    const s = atlas.style.draw(rng);
    const style = styles[s]!;
    const tables = atlas.ofStyle[s]!;
    const n = atlas.nationality.draw(rng);
    const people = atlas.ofNationality[n]!;
    const age = drawAge(rng, style);
    const region = tables.region.draw(rng);
    const town = atlas.firstTown[region]! + atlas.town[region]!.draw(rng);
    const far = nationalities[n]!.continent !== regions[region]!.continent;
    drawTrip(rng, style, { age, far }, window, trip);
    const religion = people.religions[people.religion.draw(rng)]!;
    const smokes = tables.smoking.draw(rng);
    const drinks = tables.drinking.draw(rng);
    // Three of four Muslims do not drink, whatever their style.
    const abstains = religion === muslim && rng.nextI32() < 0x40000000;
    const personality = tables.personality.draw(rng);
    const likes = 3 + (rng.nextU32() >>> 30);
    for (let i = 0; i < likes; i++) liked[i] = tables.interest.draw(rng);
    let speaks = 0;
    spoken[speaks++] = people.native;
    // English is more common among the young.
    if (rng.nextF64() < people.english * (1 - 0.008 * (age - 30))) spoken[speaks++] = english;
    for (const [language, probability] of people.also) {
      if (rng.nextF64() < probability) spoken[speaks++] = language;
    }

    const given = (): boolean => !isEmptyField(rng, missing);
    profiles.addList(liked, given() ? likes : 0);
    profiles.addList(spoken, given() ? speaks : 0);
    if (given()) profiles.set(row, field.age, age);
    if (given()) profiles.set(row, field.smoking, smokes);
    if (given()) profiles.set(row, field.drinking, abstains ? 0 : drinks);
    if (given()) profiles.set(row, field.personality, personality);
    if (given()) profiles.set(row, field.nationality, n);
    if (given()) profiles.set(row, field.religion, religion);
    if (given()) profiles.set(row, field.budget, trip.budget);
    // A session has a destination and dates: without them there is no trip to find company for.
    profiles.set(row, field.place, town);
    profiles.set(row, field.startDay, trip.startDay);
    profiles.set(row, field.endDay, trip.endDay);
  };
}
