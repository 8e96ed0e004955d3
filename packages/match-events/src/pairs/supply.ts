import type { Streams } from '@synth/core';
import type { MatchConfig } from '../config/schema';
import type { MatchType } from '../features/feature-names';
import { everyone, spread } from '../invent/selection';
import type { ProbabilityHistogram } from '../outcomes/probability-histogram';
import type { People } from '../people/people';
import { rostersByDay } from './day-roster';
import type { Market } from './market';
import { bucketsFor, marketOf } from './market';
import type { Survey } from './survey';
import { survey } from './survey';

/** How many ordered pairs of a kind there are, and what becomes of them. */
export interface Supply {
  readonly matchType: MatchType;
  /** Ordered pairs by verdict, in the order of the verdicts; estimates where not `exact`. */
  readonly counts: readonly number[];
  /** How many pass: the first count. */
  readonly exist: number;
  /** Of `exist`; 0 where exact. */
  readonly standardError: number;
  readonly exact: boolean;
  readonly probabilities: ProbabilityHistogram;
}

/** Up to as many travellers, and groups, every pair is looked at; of more, as many stand for all. */
const quickSample = 2048;

/** The least and the most that may exist, `z` standard errors apart from the estimate. */
export const leastOf = ({ exist, standardError }: Supply, z: number): number =>
  Math.max(0, Math.floor(exist - z * standardError));
export const mostOf = ({ exist, standardError }: Supply, z: number): number =>
  Math.ceil(exist + z * standardError);

/** The market of a part of the people, or of all of them. */
export function sampleMarket(
  config: MatchConfig,
  people: People,
  matchType: MatchType,
  most: number,
  streams: Streams,
): Market {
  const of = (count: number) => (count <= most ? everyone(count) : spread(count, most));
  const travellers = of(people.travellers);
  const groups = of(people.groups);
  const { places } = people;
  const buckets = bucketsFor(config, places);
  const profiles = [people.travellersOf(travellers)];
  if (matchType === 'user_group') profiles.push(people.groupsOf(groups));
  const [seekers, others] = rostersByDay(profiles, buckets);
  return marketOf(
    config,
    { places, buckets },
    { roster: seekers!, selection: travellers },
    others === undefined ? undefined : { roster: others, selection: groups },
    streams,
  );
}

/**
 * How many pairs of a kind pass the preset. Exact up to `most` travellers and groups; of more, every pair of `most`
 * evenly spread ones is looked at. As people are drawn independently of their index, those are a random sample, and
 * the variance is that of a U-statistic: 4 var(d) / n for pairs of travellers, var(d) / n + var(e) / m for travellers
 * and groups, with d and e the shares of partners that one of either kind has (Hoeffding 1948).
 */
export function supplyOf(
  config: MatchConfig,
  people: People,
  matchType: MatchType,
  streams: Streams,
  most: number = quickSample,
): Supply {
  const market = sampleMarket(config, people, matchType, most, streams);
  const found = survey(market);
  const solo = matchType === 'user_user';
  const all = people.travellers * (solo ? people.travellers - 1 : people.groups);
  const scale = market.space.all === 0 ? 0 : all / market.space.all;
  const exact = people.travellers <= most && (solo || people.groups <= most);
  const counts = Array.from(found.counts, (count) => Math.round(count * scale));
  return {
    matchType,
    counts,
    exist: counts[0]!,
    standardError: exact ? 0 : all * standardError(found, market, solo),
    exact,
    probabilities: found.probabilities,
  };
}

/** The standard error of the share of pairs that pass. */
function standardError(
  { bySeeker, byOther }: Survey,
  { seekers, others, space }: Market,
  solo: boolean,
): number {
  if (solo) {
    // Numbered twice, a pair counts for each of its two as seeker and as other.
    const times = space.mutual ? 1 : 2;
    const partners = bySeeker.map((count, i) => (count + byOther[i]!) / times);
    return (2 * Math.sqrt(variance(partners) / seekers.size)) / (seekers.size - 1);
  }
  const ofSeekers = variance(bySeeker) / (seekers.size * others.size * others.size);
  const ofOthers = variance(byOther) / (others.size * seekers.size * seekers.size);
  return Math.sqrt(ofSeekers + ofOthers);
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return square / Math.max(1, values.length - 1);
}
