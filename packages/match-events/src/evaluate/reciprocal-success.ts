import type { Rng, Seed } from '@synth/core';
import { defaultSeed, nextBelow, streams } from '@synth/core';
import { sigmoid } from '../outcomes/logistic';
import type { Decisions } from './decisions';
import { historyOf, rateLogit } from './history';
import { regressionOf } from './regression-of';
import type { Rates } from './rates';
import { ratesOf } from './rates';

/** How often both want each other, of the people that somebody is shown. */
export interface ReciprocalSuccess {
  /** Shown by how likely the seeker says yes. */
  readonly oneSided: number;
  /** Shown by that times how likely the other says yes. */
  readonly reciprocal: number;
}

/** Seekers beyond the first so many tell nothing new. */
const mostSeekers = 2000;

/** What is shown, and of how many. */
export interface ReciprocalOptions {
  /** Of the candidates. @defaultValue 'synth' */
  readonly seed?: Seed;
  /** How many others each seeker's list is made of. @defaultValue 100 */
  readonly candidates?: number;
  /** How many of them are shown. @defaultValue 10 */
  readonly top?: number;
}

/**
 * Shows everybody the best ten of a hundred others whom they have not met, twice: by the probability that the seeker says
 * yes, and by that times the probability that the other does (the product of both sides, as in RECON: Pizzato et al.,
 * RecSys 2010). The probabilities are what logistic regression learns from the decisions: of a giver's and a receiver's
 * rates.
 *
 * @param accepts whether one would say yes to another, by number
 */
export function reciprocalSuccess(
  decisions: Decisions,
  accepts: (seeker: number, other: number) => boolean,
  { seed = defaultSeed, candidates = 100, top = 10 }: ReciprocalOptions = {},
): ReciprocalSuccess {
  const { people, seekers, others } = decisions;
  const likes = learntLikes(decisions);
  const met = new Set<number>();
  seekers.forEach((seeker, row) => {
    met.add(seeker * people + others[row]!);
    met.add(others[row]! * people + seeker);
  });
  const stream = streams({ seed, dataset: 'evaluate' }).stream('candidates');
  let [shown, oneSided, reciprocal] = [0, 0, 0];
  for (let seeker = 0; seeker < Math.min(people, mostSeekers); seeker++) {
    const strangers = drawn(stream.at(seeker), people, candidates).filter(
      (other) => other !== seeker && !met.has(seeker * people + other),
    );
    const successes = (score: (other: number) => number): number =>
      strangers
        .toSorted((a, b) => score(b) - score(a) || a - b)
        .slice(0, top)
        .filter((other) => accepts(seeker, other) && accepts(other, seeker)).length;
    shown += Math.min(top, strangers.length);
    oneSided += successes((other) => likes(seeker, other));
    reciprocal += successes((other) => likes(seeker, other) * likes(other, seeker));
  }
  return { oneSided: oneSided / shown, reciprocal: reciprocal / shown };
}

/** So many different people, or all. */
function drawn(rng: Rng, people: number, count: number): number[] {
  if (people <= count) return Array.from({ length: people }, (_, i) => i);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(nextBelow(rng, people));
  return [...chosen];
}

/** How likely one says yes to another, by what both did before. */
function learntLikes(decisions: Decisions): (seeker: number, other: number) => number {
  const rows = Int32Array.from(decisions.yes, (_, row) => row);
  const { intercept, weights } = regressionOf(historyOf(decisions), decisions.yes, rows);
  const [ofGiver, ofReceiver] = [weights[0]!, weights[1]!];
  const { given, received } = ratesOf(decisions);
  const partOf = ({ yes, all }: Rates, weight: number): Float64Array =>
    yes.map((count, person) => weight * rateLogit(count, all[person]!));
  const gives = partOf(given, ofGiver);
  const receives = partOf(received, ofReceiver);
  return (seeker, other) => sigmoid(intercept + gives[seeker]! + receives[other]!);
}
