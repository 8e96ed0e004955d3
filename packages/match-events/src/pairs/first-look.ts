import { sharedDays } from '../features/dates';
import type { PairContext } from '../features/pair-features';
import type { Profiles } from '../people/profiles';
import { field, valueOf } from '../people/profiles';
import { noSharedDay, passes, tooFar } from './hard-filter';
import type { PairSpace } from './pair-space';

/**
 * The first look at a pair, by its indices into the space's seekers and others: too far, no shared day, or passes as far
 * as that goes. What is unknown of it does not stand against it.
 */
export type FirstLook = (seeker: number, other: number) => number;

/** First and last days of rows, in the order of the space: most pairs are refused, and need no more of the memory. */
function staysOf(profiles: Profiles, rows: Int32Array): Float32Array {
  // Days are whole numbers that singles hold: the less memory, the less of it lies far away.
  const stays = new Float32Array(2 * rows.length);
  rows.forEach((row, i) => {
    stays[2 * i] = valueOf(profiles, row, field.startDay);
    stays[2 * i + 1] = valueOf(profiles, row, field.endDay);
  });
  return stays;
}

const placesOf = (profiles: Profiles, rows: Int32Array): Int32Array =>
  rows.map((row) => valueOf(profiles, row, field.place));

/** @param mostKilometres the farthest that two may lie apart, inclusive; absent where no numbered pair is too far */
export function firstLook(
  { seekers, others, kilometres }: PairContext,
  space: PairSpace,
  mostKilometres?: number,
): FirstLook {
  const left = staysOf(seekers, space.seekers);
  const right = space.others === space.seekers ? left : staysOf(others, space.others);
  const byDays: FirstLook = (seeker, other) => {
    const a = 2 * seeker;
    const b = 2 * other;
    return sharedDays(left[a]!, left[a + 1]!, right[b]!, right[b + 1]!) < 1 ? noSharedDay : passes;
  };
  if (mostKilometres === undefined) return byDays;
  const from = placesOf(seekers, space.seekers);
  const to = placesOf(others, space.others);
  return (seeker, other) =>
    kilometres(from[seeker]!, to[other]!) > mostKilometres ? tooFar : byDays(seeker, other);
}
