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
import { bucketsOf } from './buckets';
import type { FirstLook } from './first-look';
import { firstLook } from './first-look';
import type { HardFilter } from './hard-filter';
import { hardFilter } from './hard-filter';
import type { PairSpace } from './pair-space';
import { pairSpace } from './pair-space';

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

/** Profiles, and which entities they are. */
export interface Party {
  readonly profiles: Profiles;
  readonly selection: Selection;
}

/**
 * The market of travellers among themselves, or of travellers and groups.
 *
 * @param groups absent: travellers among themselves
 */
export function marketOf(
  config: MatchConfig,
  places: Places,
  travellers: Party,
  groups: Party | undefined,
  streams: Streams,
): Market {
  const matchType = groups === undefined ? 'user_user' : 'user_group';
  const others = groups ?? travellers;
  const preset = presets[config.preset];
  const context: PairContext = {
    matchType,
    seekers: travellers.profiles,
    others: others.profiles,
    kilometres: (a, b) => places.kilometres(a, b),
  };
  const rules = config.features === 'production' ? productionFeatures(context) : referenceFeatures(context);
  const buckets = bucketsOf(places, preset.mostKilometres);
  const space = pairSpace(travellers.profiles, others.profiles, buckets, config.directions);
  return {
    matchType,
    seekers: travellers.profiles,
    others: others.profiles,
    space,
    rules,
    meet: firstLook(context, space, buckets.exact ? undefined : preset.mostKilometres),
    filter: hardFilter(context, rules, preset.leastScore),
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
