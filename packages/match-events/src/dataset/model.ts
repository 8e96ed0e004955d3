import type { Calendar, SharedWork, Streams } from '@synth/core';
import { calendar } from '@synth/core';
import type { MatchType } from '../features/feature-names';
import { matchTypes } from '../features/feature-names';
import { everyone } from '../invent/selection';
import type { Luck } from '../outcomes/luck';
import { pairLuck } from '../outcomes/luck';
import type { Access } from '../pairs/access';
import { countedTravellers } from '../pairs/access';
import { countedStarts } from '../pairs/counted-starts';
import { rostersByDay } from '../pairs/day-roster';
import { EventWalk } from '../pairs/event-walk';
import type { Market } from '../pairs/market';
import { bucketsFor, marketOf } from '../pairs/market';
import { permutation } from '../pairs/permutation';
import { rosterOf } from '../pairs/roster';
import type { Profiles } from '../people/profiles';
import type { World } from './world';
import { accessOfKinds } from './world';

/** A kind of event, ready to be made block by block. */
export interface EventSource {
  readonly market: Market;
  readonly luck: Luck;
  /** The events of this kind of a block, in order. */
  walk(block: number): EventWalk;
}

/** What all blocks share. */
export interface MatchModel {
  readonly world: World;
  readonly when: Calendar;
  readonly travellers: Profiles;
  readonly groups: Profiles;
  /** The events of a kind, whether the run makes any or not; made on first use. */
  source(matchType: MatchType): EventSource;
}

/** @param work of the threads that make the same model */
export function matchModel(world: World, streams: Streams, work?: SharedWork): MatchModel {
  const { config, people } = world;
  const [allTravellers, allGroups] = [everyone(people.travellers), everyone(people.groups)];
  const { places } = people;
  const buckets = bucketsFor(config, places);
  const together = Object.keys(people.shared).length === 0 ? undefined : work;
  const profiles = [people.travellersOf(allTravellers, together), people.groupsOf(allGroups)];
  // What few people make may have to be counted, and follows the order of all pairs that are near.
  const few = people.travellers <= countedTravellers;
  const [travellerRoster, groupRoster] = few
    ? profiles.map((each) => rosterOf(each, buckets))
    : rostersByDay(profiles, buckets);
  const travellers = { selection: allTravellers, roster: travellerRoster! };
  const groups = { selection: allGroups, roster: groupRoster! };
  const access =
    work === undefined ? () => accessOfKinds(world) : () => work.findings as Record<string, Access>;
  const reciprocity = config.outcome === 'dating-like' ? config.dating.reciprocity : 0;
  const made = new Map<MatchType, EventSource>();
  const make = (matchType: MatchType): EventSource => {
    const solo = matchType === 'user_user';
    const market = marketOf(config, { places, buckets }, travellers, solo ? undefined : groups, streams);
    const sizes = { seekers: market.seekers.size, others: market.others.size };
    const luck = pairLuck(matchType, { ...sizes, reciprocity }, streams);
    return { market, luck, walk: walker(world, market, streams, access) };
  };
  return {
    world,
    when: calendar(config),
    travellers: travellers.roster.profiles,
    groups: groups.roster.profiles,
    source(matchType) {
      let source = made.get(matchType);
      if (source === undefined) made.set(matchType, (source = make(matchType)));
      return source;
    },
  };
}

/** The walks of the blocks; what they need is worked out for the first of them. */
function walker(
  { quotas }: World,
  market: Market,
  streams: Streams,
  access: () => Readonly<Record<string, Access>>,
): EventSource['walk'] {
  const { matchType, space } = market;
  let order: ((index: number) => number) | undefined;
  let strided: boolean | undefined;
  let starts: readonly number[] | undefined;
  return (block) => {
    order ??= permutation(space.size, streams.stream('order').at(matchTypes.indexOf(matchType)));
    strided ??= access()[matchType] === 'strided';
    if (strided) return new EventWalk(market, order, block, quotas.blocks);
    starts ??= countedStarts(
      market,
      order,
      Array.from({ length: quotas.blocks }, (_, b) => quotas.before(matchType, b)),
    );
    return new EventWalk(market, order, starts[block] ?? space.size, 1);
  };
}
