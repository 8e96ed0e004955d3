import { passes } from './hard-filter';
import type { Market } from './market';
import type { Pair } from './pair-space';

/**
 * Where each block begins in the order of the pairs, so that block b follows on block b - 1: found by judging pairs
 * from the first on. Shorter than `before` where the pairs end sooner.
 *
 * @param before how many events come before each block, ascending from 0
 */
export function countedStarts(
  { space, meet, filter }: Market,
  order: (index: number) => number,
  before: readonly number[],
): readonly number[] {
  const pair: Pair = { seeker: 0, other: 0 };
  const perPair = space.mutual ? 2 : 1;
  const starts: number[] = [];
  let events = 0;
  for (let place = 0; place < space.size; place++) {
    while (starts.length < before.length && before[starts.length]! <= events) starts.push(place);
    if (starts.length === before.length) break;
    space.at(order(place), pair);
    if (meet(pair.seeker, pair.other) !== passes) continue;
    if (filter.judge(space.seekers[pair.seeker]!, space.others[pair.other]!) === passes) events += perPair;
  }
  return starts;
}
