import type { Seed } from '@synth/core';
import { shuffle, streams } from '@synth/core';
import { betaBinomialFit } from './beta-binomial';
import { crossValidatedAuc } from './cross-validated-auc';
import type { Decisions, Meetings } from './decisions';
import { meetingsOf } from './decisions';
import { historyOf } from './history';
import type { Rates } from './rates';
import { correlation, ratesOf } from './rates';

/** Figures by the names that {@link matchBands} use; NaN where the data does not tell. */
export type Figures = Readonly<Record<string, number>>;

/** Of fewer decisions a person's rate says little. */
const leastDecisions = 5;

const foldCount = 5;

/**
 * What two-sided choice looks like: who says yes how often, whether a yes comes back, how much people differ in giving
 * and receiving, and what a model learns from the profiles and from the other decisions.
 *
 * - T28 `yesA`, `yesB`: how often either side says yes; `match`: meetings where both do; `phi`: the correlation of the two
 *   decisions of a meeting, each less the rate of its side
 * - T29 `rhoGiving`, `rhoReceiving`: overdispersion of the rates, the mean of both sides; `giveReceive`: the correlation
 *   of both rates of a person; `profileAuc`, `historyAuc`: logistic regression on the eight features, and on giver's and
 *   receiver's other decisions, meetings held out in five folds
 * - P15 `historyGain`: what those decisions add to the profiles
 *
 * @param options.seed of the folds
 */
export function twoSidedFigures(decisions: Decisions, { seed }: { readonly seed: Seed }): Figures {
  const meetings = meetingsOf(decisions);
  const { given, received } = ratesOf(decisions);
  const fold = foldsOf(meetings, seed);
  const history = historyOf(decisions);
  const auc = (columns: readonly Float64Array[]): number => crossValidatedAuc(columns, decisions.yes, fold);
  const profileAuc = auc(decisions.features);
  return {
    ...acceptance(decisions, meetings),
    rhoGiving: meanRho(given, decisions.sides),
    rhoReceiving: meanRho(received, decisions.sides),
    giveReceive: giveReceive(given, received),
    profileAuc,
    historyAuc: auc(history),
    historyGain: auc([...decisions.features, ...history]) - profileAuc,
  };
}

/** Folds of whole meetings. */
function foldsOf({ of, count }: Meetings, seed: Seed): Int32Array {
  const rng = streams({ seed, dataset: 'evaluate' }).stream('folds').at(0);
  const places = shuffle(
    rng,
    Int32Array.from({ length: count }, (_, i) => i),
  );
  return Int32Array.from(of, (meeting) => places[meeting]! % foldCount);
}

function acceptance({ seekers, yes, sides }: Decisions, { first, second }: Meetings): Figures {
  const counts = [0, 0];
  const accepted = [0, 0];
  const sideOf = (row: number): number => sides?.[seekers[row]!] ?? 0;
  for (let row = 0; row < yes.length; row++) {
    counts[sideOf(row)]!++;
    accepted[sideOf(row)]! += yes[row]!;
  }
  const rate = (side: number): number => accepted[side]! / counts[side]!;
  const beyond = (row: number): number => yes[row]! - rate(sideOf(row));
  let [both, product, square] = [0, 0, 0];
  first.forEach((one, i) => {
    const other = second[i]!;
    both += yes[one]! * yes[other]!;
    product += beyond(one) * beyond(other);
    square += (beyond(one) * beyond(one) + beyond(other) * beyond(other)) / 2;
  });
  return {
    yesA: sides === undefined ? Number.NaN : rate(0),
    yesB: sides === undefined ? Number.NaN : rate(1),
    match: both / first.length,
    phi: product / square,
  };
}

/** The mean of both sides: that they differ is no overdispersion. */
function meanRho({ yes, all }: Rates, sides: Uint8Array | undefined): number {
  const rhoOf = (side: number): number => {
    const ofSide = (counts: Float64Array): Float64Array =>
      counts.map((count, person) => ((sides?.[person] ?? side) === side ? count : 0));
    return betaBinomialFit(ofSide(yes), ofSide(all)).rho;
  };
  return (rhoOf(0) + rhoOf(1)) / 2;
}

function giveReceive(given: Rates, received: Rates): number {
  const people = Array.from(given.all.keys()).filter(
    (person) => given.all[person]! >= leastDecisions && received.all[person]! >= leastDecisions,
  );
  const of = ({ yes, all }: Rates): number[] => people.map((person) => yes[person]! / all[person]!);
  return correlation(of(given), of(received));
}
