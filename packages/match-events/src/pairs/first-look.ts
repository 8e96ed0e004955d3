import { sharedDays } from '../features/dates';
import { field, valueOf } from '../people/profiles';
import { noSharedDay, passes, tooFar } from './hard-filter';
import type { Roster } from './roster';

/**
 * The first look at a pair, by its indices into the rosters of seekers and others: too far, no shared day, or passes as far
 * as that goes. What is unknown of it does not stand against it.
 */
export type FirstLook = (seeker: number, other: number) => number;

/** Where only pairs that may meet have a number. */
export const always: FirstLook = () => passes;

/** How far apart two places may lie, where buckets hold several. */
export interface Reach {
  readonly kilometres: (placeA: number, placeB: number) => number;
  /** The farthest, inclusive. */
  readonly mostKilometres: number;
}

const placesOf = ({ rows, profiles }: Roster): Int32Array =>
  rows.map((row) => valueOf(profiles, row, field.place));

/** @param reach absent where no numbered pair is too far */
export function firstLook(seekers: Roster, others: Roster, reach?: Reach): FirstLook {
  const left = seekers.stays;
  const right = others.stays;
  const byDays: FirstLook = (seeker, other) => {
    const a = 2 * seeker;
    const b = 2 * other;
    return sharedDays(left[a]!, left[a + 1]!, right[b]!, right[b + 1]!) < 1 ? noSharedDay : passes;
  };
  if (reach === undefined) return byDays;
  const from = placesOf(seekers);
  const to = placesOf(others);
  return (seeker, other) =>
    reach.kilometres(from[seeker]!, to[other]!) > reach.mostKilometres ? tooFar : byDays(seeker, other);
}
