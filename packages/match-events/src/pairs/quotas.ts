import { blockEntities, SynthError } from '@synth/core';
import type { MatchConfig } from '../config/schema';
import type { MatchErrorCode } from '../errors';
import type { MatchType } from '../features/feature-names';
import type { People } from '../people/people';

/** How many events of each kind a run makes. */
export interface Quotas {
  readonly count: number;
  readonly blocks: number;
  /** Events of a kind in all. */
  of(matchType: MatchType): number;
  /** Events of a kind before a block. */
  before(matchType: MatchType, block: number): number;
}

/**
 * The events of each kind: where both are made and there are groups, solo events are the share of all, rounded down.
 *
 * @throws SynthError `EVENTS_IMPOSSIBLE`
 */
export function quotasOf(config: MatchConfig, people: People): Quotas {
  const { count, matchType, soloShare, directions } = config;
  if (matchType === 'group' && people.groups === 0) {
    throw impossible('there is no group: group events need one', 'match solo events, or give groups');
  }
  const withGroups = matchType === 'group' || (matchType === 'both' && people.groups > 0);
  // Shares such as .7 are not exact; what is meant to be whole stays whole.
  const shared = Math.floor(count * soloShare + 1e-9);
  const solo = matchType === 'group' ? 0 : withGroups ? shared : count;
  if (solo > 0 && people.travellers < 2) {
    throw impossible(
      'there is one traveller: solo events need two',
      'match group events, or give travellers',
    );
  }
  const blocks = Math.ceil(count / blockEntities);
  // Both decisions of a pair lie in one block.
  const unit = directions === 'both' ? 2 : 1;
  const soloBefore = (block: number): number =>
    block >= blocks ? solo : unit * Math.floor((block * blockEntities * solo) / count / unit);
  return {
    count,
    blocks,
    of: (matchType) => (matchType === 'user_user' ? solo : count - solo),
    before(matchType, block) {
      const all = Math.min(count, block * blockEntities);
      return matchType === 'user_user' ? soloBefore(block) : all - soloBefore(block);
    },
  };
}

const impossible = (message: string, remedy: string): SynthError<MatchErrorCode> =>
  new SynthError({ code: 'EVENTS_IMPOSSIBLE', message, field: 'matchType', remedy });
