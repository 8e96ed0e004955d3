import type { Preset } from '../config/presets';
import { sharedDays } from '../features/dates';
import { featureCount } from '../features/feature-names';
import type { PairContext, PairFeatures } from '../features/pair-features';
import { score } from '../features/score';
import { field, valueOf } from '../people/profiles';

/** What becomes of a pair: an event, or what it was refused for, in the order of the looks. */
export const verdicts = ['passes', 'too_far', 'no_shared_day', 'low_score'] as const;

export const passes = 0;
const tooFar = 1;
const noSharedDay = 2;
const lowScore = 3;

/** Judges pairs by a preset. What it worked out of the last pair that it scored stays to be read. */
export interface HardFilter {
  readonly features: Float64Array;
  missing: number;
  score: number;
  /** The first look: too far, no shared day, or passes as far as that goes. Reads little, writes nothing. */
  meet(seeker: number, other: number): number;
  /** The second look, at a pair that may meet: low score, or passes. Sets features, missing and score. */
  judge(seeker: number, other: number): number;
}

/**
 * A pair passes that is near enough, shares a day and scores enough. What is unknown of it does not stand against it:
 * unknown places are not too far, unknown dates not apart.
 */
export function hardFilter(context: PairContext, rules: PairFeatures, preset: Preset): HardFilter {
  const { seekers, others, kilometres, matchType } = context;
  const { leastScore, mostKilometres } = preset;
  const filter: HardFilter = {
    features: new Float64Array(featureCount),
    missing: 0,
    score: 0,
    meet(a, b) {
      const apart = kilometres(valueOf(seekers, a, field.place), valueOf(others, b, field.place));
      if (apart > mostKilometres) return tooFar;
      const shared = sharedDays(
        valueOf(seekers, a, field.startDay),
        valueOf(seekers, a, field.endDay),
        valueOf(others, b, field.startDay),
        valueOf(others, b, field.endDay),
      );
      return shared < 1 ? noSharedDay : passes;
    },
    judge(a, b) {
      filter.missing = rules.write(a, b, filter.features);
      filter.score = score(matchType, filter.features);
      return filter.score < leastScore ? lowScore : passes;
    },
  };
  return filter;
}
