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

const width = 4;

/** Place and stay of rows, in the order of the space: most pairs are refused, and need no more of the memory. */
function staysOf(profiles: Profiles, rows: Int32Array): Float64Array {
  const stays = new Float64Array(width * rows.length);
  rows.forEach((row, i) => {
    stays[width * i] = valueOf(profiles, row, field.place);
    stays[width * i + 1] = valueOf(profiles, row, field.startDay);
    stays[width * i + 2] = valueOf(profiles, row, field.endDay);
  });
  return stays;
}

/** @param mostKilometres the farthest that two may lie apart, inclusive */
export function firstLook(
  { seekers, others, kilometres }: PairContext,
  space: PairSpace,
  mostKilometres: number,
): FirstLook {
  const left = staysOf(seekers, space.seekers);
  const right = space.others === space.seekers ? left : staysOf(others, space.others);
  return (seeker, other) => {
    const a = width * seeker;
    const b = width * other;
    if (kilometres(left[a]!, right[b]!) > mostKilometres) return tooFar;
    return sharedDays(left[a + 1]!, left[a + 2]!, right[b + 1]!, right[b + 2]!) < 1 ? noSharedDay : passes;
  };
}
