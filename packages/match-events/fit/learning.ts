import { areaGap, plantedRows, weightsFound } from '../test/planted-rows';

/** P13 and P14 at one size: how near a regression comes to what was planted. */
export interface Learning {
  readonly count: number;
  /** By outcome, how far short of the best possible area it falls, in the mean over seeds. */
  readonly gaps: Readonly<Record<'logistic' | 'steps', number>>;
  readonly tau: number;
  readonly error: number;
  readonly holds: boolean;
}

const seeds = ['a', 'b', 'c'];
const judgedBy = 4000;
const mostGap = 0.005;

/** What of the weights must be found at which number of events. */
const sizes = [
  { count: 5000, leastTau: 0.8, mostError: 0.5 },
  { count: 20_000, leastTau: 0.9, mostError: 0.25 },
] as const;

export const measureLearning = (): readonly Learning[] =>
  sizes.map(({ count, leastTau, mostError }) => {
    const gapOf = (outcome: 'logistic' | 'steps'): number =>
      seeds.reduce(
        (sum, seed) => sum + areaGap(plantedRows(count + judgedBy, outcome, seed), count, judgedBy),
        0,
      ) / seeds.length;
    const gaps = { logistic: gapOf('logistic'), steps: gapOf('steps') };
    const { tau, error } = weightsFound(plantedRows(count, 'logistic', 'weights'));
    const near = Math.max(gaps.logistic, gaps.steps) <= mostGap;
    return { count, gaps, tau, error, holds: near && tau >= leastTau && error <= mostError };
  });
