import type { Streams } from '@synth/core';
import { blockEntities, SynthError } from '@synth/core';
import type { MatchConfig } from '../config/schema';
import type { MatchErrorCode } from '../errors';
import type { MatchType } from '../features/feature-names';
import type { People } from '../people/people';
import type { Quotas } from './quotas';
import type { Supply } from './supply';
import { leastOf, mostOf, supplyOf } from './supply';

/**
 * How the blocks of a run come to their pairs. All of them follow one keyed order of the pairs. `strided`: block b of B
 * looks at every B-th pair from the b-th on, so that blocks need nothing of each other; there must be so many pairs
 * that no block runs short. `counted`: block b goes on where b - 1 ended, which takes one look at all pairs before.
 */
export type Access = 'strided' | 'counted';

/** Up to here the pairs that exist are counted where they may be too few. */
export const countedTravellers = 10_000;

const estimatedFrom = 8192;

/** Of an interval that is shown. */
const shownZ = 1.96;

/** Of a decision that must not fail in any block of any run. */
const safeZ = 7;

/**
 * How blocks come to pairs of one kind; refuses what there is not.
 *
 * @throws SynthError `EVENTS_TOO_MANY`
 */
export function accessOf(
  config: MatchConfig,
  people: People,
  quotas: Quotas,
  matchType: MatchType,
  streams: Streams,
): { readonly access: Access; readonly supply: Supply } {
  const wanted = quotas.of(matchType);
  const quick = supplyOf(config, people, matchType, streams);
  if (!quick.exact && isAmple(quick, wanted, quotas)) return { access: 'strided', supply: quick };
  const countable = people.travellers <= countedTravellers && people.groups <= countedTravellers;
  const most = countable ? countedTravellers : estimatedFrom;
  const supply = quick.exact ? quick : supplyOf(config, people, matchType, streams, most);
  if (wanted > mostOf(supply, shownZ)) throw tooMany(config, wanted, supply);
  return { access: isAmple(supply, wanted, quotas) ? 'strided' : 'counted', supply };
}

/** Whether no block of a strided run runs short, for certain. Pairs of a block are a random sample of all. */
function isAmple(supply: Supply, wanted: number, { blocks, count }: Quotas): boolean {
  const least = leastOf(supply, safeZ);
  if (blocks === 1) return wanted <= least;
  const perBlock = least / blocks;
  // A full block has its share of a kind, up to a rounding of two.
  const quota = (blockEntities * wanted) / count + 2;
  return quota <= perBlock - safeZ * Math.sqrt(perBlock);
}

const number = (value: number): string => value.toLocaleString('en-GB');

/** What there is in place of what was asked for. */
export function tooMany(config: MatchConfig, wanted: number, supply: Supply): SynthError<MatchErrorCode> {
  const { counts, exist, exact, matchType } = supply;
  const kind = matchType === 'user_user' ? 'solo' : 'group';
  const all = counts.reduce((sum, count) => sum + count, 0);
  const refused = [
    `${number(counts[1]!)} too far apart`,
    `${number(counts[2]!)} share no day`,
    `${number(counts[3]!)} score too little`,
  ].join(', ');
  const there = exact
    ? number(exist)
    : `about ${number(exist)} (95 % interval ${number(leastOf(supply, shownZ))} to ${number(mostOf(supply, shownZ))})`;
  return new SynthError({
    code: 'EVENTS_TOO_MANY',
    message:
      `${number(wanted)} ${kind} events are wanted, and ${there} pairs pass preset ${config.preset}: ` +
      `of ${number(all)}${exact ? '' : ' estimated'}, ${refused}`,
    field: 'count',
    value: config.count,
    allowed: `at most ${there} ${kind} events`,
    remedy: 'ask for fewer, take a looser preset, or more people',
  });
}
