import type { Streams } from '@synth/core';
import { inventedIds, nextBelow, normal } from '@synth/core';
import type { Profiles } from '../people/profiles';
import { field, listField, ProfileBuilder } from '../people/profiles';
import type { Invention } from './invention';
import { idCount } from './atlas';
import type { Selection } from './selection';
import { styles } from './styles';
import type { Trip } from './trip';
import { drawTrip } from './trip';

const standard = normal({ mean: 0, sd: 1 });

const fewestMembers = 3;
const mostMembers = 12;

/**
 * Invents groups: members of one style of travel, who go to one place on the same days. Age and budget are means over
 * the members, interests and languages those that many of them have. Groups know all of it: services compute it.
 */
export function inventGroups(
  { atlas, window }: Invention,
  selection: Selection,
  streams: Streams,
): { readonly profiles: Profiles; readonly members: Int32Array } {
  const stream = streams.stream('groups');
  const profiles = new ProfileBuilder(selection.size, idCount(atlas));
  const members = new Int32Array(selection.size);
  const english = atlas.languages.indexOf('English');
  const liked = new Int32Array(5);
  const trip: Trip = { startDay: 0, endDay: 0, budget: 0 };
  let rng = stream.at(0);
  for (let row = 0; row < selection.size; row++) {
    rng = stream.at(selection.of(row), rng);
    const s = atlas.style.draw(rng);
    const style = styles[s]!;
    const tables = atlas.ofStyle[s]!;
    const count = fewestMembers + nextBelow(rng, mostMembers - fewestMembers + 1);
    const region = tables.region.draw(rng);
    const meanAge = style.age.mean + (style.age.sd / Math.sqrt(count)) * standard.draw(rng);
    const age = Math.max(18, Math.round(10 * meanAge) / 10);
    drawTrip(rng, style, { age, far: rng.nextI32() < 0 }, window, trip);
    members[row] = count;
    profiles.set(row, field.age, age);
    profiles.set(row, field.place, atlas.firstTown[region]! + atlas.town[region]!.draw(rng));
    profiles.set(row, field.startDay, trip.startDay);
    profiles.set(row, field.endDay, trip.endDay);
    profiles.set(row, field.budget, trip.budget);
    const topInterests = 3 + nextBelow(rng, 3);
    for (let i = 0; i < topInterests; i++) liked[i] = tables.interest.draw(rng);
    profiles.setList(row, listField.interests, liked, topInterests);
    const native = atlas.ofNationality[atlas.nationality.draw(rng)]!.native;
    profiles.setList(row, listField.languages, [native, english], rng.nextF64() < 0.8 ? 2 : 1);
  }
  const idOf = inventedIds('g', selection.count);
  return { profiles: profiles.finish((row) => idOf(selection.of(row))), members };
}
