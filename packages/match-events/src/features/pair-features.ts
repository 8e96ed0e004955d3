import type { Places } from '../people/places';
import type { Profiles } from '../people/profiles';
import type { MatchType } from './feature-names';

/** Works out the features of pairs of one kind under one set of rules. */
export interface PairFeatures {
  /**
   * Writes the eight features of a pair, in the order of their names.
   *
   * @returns the features that miss something which their rule reads, as a set of bits by place
   */
  write(seeker: number, other: number, into: Float64Array): number;
}

/** The pairs that features are of. */
export interface PairContext {
  readonly matchType: MatchType;
  readonly seekers: Profiles;
  /** The seekers again, or the groups. */
  readonly others: Profiles;
  readonly places: Places;
}
