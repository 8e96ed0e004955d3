import { featureCount } from '../features/feature-names';
import type { PairContext, PairFeatures } from '../features/pair-features';
import { score } from '../features/score';

/** What becomes of a pair: an event, or what it was refused for, in the order of the looks. */
export const verdicts = ['passes', 'too_far', 'no_shared_day', 'low_score'] as const;

export const passes = 0;
export const tooFar = 1;
export const noSharedDay = 2;
const lowScore = 3;

/** Judges pairs by a preset's score. What it worked out of the last pair that it scored stays to be read. */
export interface HardFilter {
  readonly features: Float64Array;
  missing: number;
  score: number;
  /** The second look, at a pair that may meet: low score, or passes. Sets features, missing and score. */
  judge(seeker: number, other: number): number;
}

/** Scores pairs that may meet, and refuses those that score too little. */
export function hardFilter({ matchType }: PairContext, rules: PairFeatures, leastScore: number): HardFilter {
  const filter: HardFilter = {
    features: new Float64Array(featureCount),
    missing: 0,
    score: 0,
    judge(a, b) {
      filter.missing = rules.write(a, b, filter.features);
      filter.score = score(matchType, filter.features);
      return filter.score < leastScore ? lowScore : passes;
    },
  };
  return filter;
}
