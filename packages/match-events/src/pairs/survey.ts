import { ProbabilityHistogram } from '../outcomes/probability-histogram';
import { noSharedDay, passes, tooFar, verdicts } from './hard-filter';
import type { Market } from './market';
import type { Pair } from './pair-space';

/** What a look at every pair of a market found. */
export interface Survey {
  /** Pairs by verdict, in the order of {@link verdicts}; together all pairs. */
  readonly counts: Float64Array;
  /** How many pairs of each seeker, and of each other, pass. */
  readonly bySeeker: Float64Array;
  readonly byOther: Float64Array;
  /** How likely the pairs that pass are to be accepted. */
  readonly probabilities: ProbabilityHistogram;
}

/** Looks at every pair of a market that has a number; the others are too far apart, or share no day. */
export function survey({ space, seekers, others, meet, filter, outcome }: Market): Survey {
  const counts = new Float64Array(verdicts.length);
  const bySeeker = new Float64Array(seekers.size);
  const byOther = new Float64Array(others.size);
  const probabilities = new ProbabilityHistogram();
  const pair: Pair = { seeker: 0, other: 0 };
  for (let index = 0; index < space.size; index++) {
    space.at(index, pair);
    let verdict = meet(pair.seeker, pair.other);
    const seeker = space.seekers[pair.seeker]!;
    const other = space.others[pair.other]!;
    if (verdict === passes) verdict = filter.judge(seeker, other);
    counts[verdict]!++;
    if (verdict !== passes) continue;
    bySeeker[seeker]!++;
    byOther[other]!++;
    probabilities.add(outcome.probability(seeker, other, filter.features));
    // Where a pair stands for both its events, the other one has a probability of its own.
    if (space.mutual) probabilities.add(outcome.probability(other, seeker, filter.features));
  }
  counts[tooFar]! += space.all - space.near;
  counts[noSharedDay]! += space.near - space.size;
  return { counts, bySeeker, byOther, probabilities };
}
