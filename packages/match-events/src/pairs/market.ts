import type { Streams } from '@synth/core';
import type { MatchConfig } from '../config/schema';
import { presets } from '../config/presets';
import type { MatchType } from '../features/feature-names';
import type { PairContext, PairFeatures } from '../features/pair-features';
import { productionFeatures } from '../features/production-features';
import { referenceFeatures } from '../features/reference-features';
import type { Selection } from '../invent/selection';
import { datingEffects } from '../outcomes/dating-effects';
import { datingLike } from '../outcomes/dating-like';
import { logistic } from '../outcomes/logistic';
import type { OutcomeModel } from '../outcomes/outcome-model';
import { steps } from '../outcomes/steps';
import type { Places } from '../people/places';
import type { Profiles } from '../people/profiles';
import type { Buckets } from './buckets';
import { bucketsOf } from './buckets';
import { isDayRoster } from './day-roster';
import type { FirstLook } from './first-look';
import { always, firstLook } from './first-look';
import type { HardFilter } from './hard-filter';
import { hardFilter } from './hard-filter';
import type { PairSpace } from './pair-space';
import { meetingSpace } from './meeting-space';
import { pairSpace } from './pair-space';
import type { Roster } from './roster';

/** All that can happen between seekers and others of one kind: which pairs there are, which pass, who accepts. */
export interface Market {
  readonly matchType: MatchType;
  readonly seekers: Profiles;
  readonly others: Profiles;
  readonly space: PairSpace;
  readonly rules: PairFeatures;
  /** The first look at a pair; `filter` is the second. */
  readonly meet: FirstLook;
  readonly filter: HardFilter;
  readonly outcome: OutcomeModel;
}

/** Those of a kind who take part: their roster, and which entities they are. */
export interface Party {
  readonly roster: Roster;
  readonly selection: Selection;
}

/** Which places may hold two who are not too far apart for the preset. */
export const bucketsFor = ({ preset }: MatchConfig, places: Places): Buckets =>
  bucketsOf(places, presets[preset].mostKilometres);

/**
 * The market of travellers among themselves, or of travellers and groups.
 *
 * @param groups absent: travellers among themselves
 */
export function marketOf(
  config: MatchConfig,
  { places, buckets }: { readonly places: Places; readonly buckets: Buckets },
  travellers: Party,
  groups: Party | undefined,
  streams: Streams,
): Market {
  const matchType = groups === undefined ? 'user_user' : 'user_group';
  const seekers = travellers.roster;
  const others = (groups ?? travellers).roster;
  const { mostKilometres, leastScore } = presets[config.preset];
  const context: PairContext = { matchType, seekers: seekers.profiles, others: others.profiles, places };
  const rules = config.features === 'production' ? productionFeatures(context) : referenceFeatures(context);
  const { space, meet } =
    isDayRoster(seekers) && isDayRoster(others)
      ? { space: meetingSpace(seekers, others, buckets, config.directions), meet: always }
      : {
          space: pairSpace(seekers, others, buckets, config.directions),
          meet: firstLook(seekers, others, buckets.exact ? undefined : { ...places, mostKilometres }),
        };
  return {
    matchType,
    seekers: seekers.profiles,
    others: others.profiles,
    space,
    rules,
    meet,
    filter: hardFilter(context, rules, leastScore),
    outcome: outcomeOf(config, travellers, groups, streams),
  };
}

function outcomeOf(
  config: MatchConfig,
  travellers: Party,
  groups: Party | undefined,
  streams: Streams,
): OutcomeModel {
  if (config.outcome === 'steps') return steps;
  if (config.outcome === 'logistic') return logistic(config.logistic);
  const seekers = datingEffects(config.dating, 'travellers', travellers.selection, streams);
  const others =
    groups === undefined ? seekers : datingEffects(config.dating, 'groups', groups.selection, streams);
  return datingLike(config.dating, seekers, others);
}
