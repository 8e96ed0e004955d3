import type { Seed } from '@synth/core';
import { defaultSeed } from '@synth/core';
import { columnCounts, rowCounts } from '../../matrix/counts';
import type { InteractionMatrix } from '../../matrix/interaction-matrix';
import { medianBurstiness } from './burstiness';
import { coOccurrence } from './co-occurrence';
import { density } from './density';
import { diurnalPeak } from './diurnal-peak';
import { gini } from './gini';
import { headShare } from './head-share';
import { itemSupport } from './item-support';
import type { LognormalFit } from './lognormal-fit';
import { lognormalFit } from './lognormal-fit';
import type { PowerLawFit } from './power-law-fit';
import { powerLawFit } from './power-law-fit';
import type { ShiftedLognormalFit } from './shifted-lognormal-fit';
import { shiftedLognormalFit } from './shifted-lognormal-fit';
import { spectralRatio } from './spectral-ratio';

/** The figures by which generated interactions are compared with real ones. */
export interface Calibration {
  /** T01. */
  readonly density: number;
  /** T02, over items with a user. */
  readonly itemGini: number;
  /** T03: shares of the interactions on the most popular 1 % and 10 % of items. */
  readonly top1: number;
  readonly top10: number;
  /** T04: shares of items with at least so many users, of items with one. */
  readonly support2: number;
  readonly support3: number;
  readonly support5: number;
  /** T05: both laws of the counts of items. */
  readonly itemLognormal: LognormalFit;
  readonly itemPowerLaw: PowerLawFit | undefined;
  /** T06. */
  readonly userActivity: ShiftedLognormalFit;
  readonly userGini: number;
  /** T07. */
  readonly coOccurrence: number;
  /** T08, over items with 5 users. */
  readonly spectralRatio: number;
  /** T13, NaN without timestamps. */
  readonly burstiness: number;
  /** T14, NaN without timestamps. */
  readonly diurnalPeak: number;
}

/**
 * Every calibration statistic of a matrix, over users and items with at least one interaction, each pair once. What
 * recommenders make of it is `liftOverPopularity`.
 *
 * @param options.seed of the shuffled copy, and of samples on large data. Default the word `synth`
 * @example
 * ```ts
 * const cells = Array.from({ length: 900 }, (_, k) => ({ user: k % 50, item: Math.floor((k * k) / 7) % 40 }));
 * const matrix = matrixFromIndices({
 *   rows: 50, cols: 40, userIndices: cells.map(({ user }) => user), itemIndices: cells.map(({ item }) => item),
 * });
 * const { density, support2 } = calibration(matrix);
 * [density.toFixed(4), support2]; // => ['0.2143', 1]
 * ```
 */
export function calibration(matrix: InteractionMatrix, options: { readonly seed?: Seed } = {}): Calibration {
  const { seed = defaultSeed } = options;
  const items = columnCounts(matrix).filter((count) => count > 0);
  const users = rowCounts(matrix).filter((count) => count > 0);
  return {
    density: density(matrix),
    itemGini: gini(items),
    top1: headShare(items, 0.01),
    top10: headShare(items, 0.1),
    support2: itemSupport(items, 2),
    support3: itemSupport(items, 3),
    support5: itemSupport(items, 5),
    itemLognormal: lognormalFit(items),
    itemPowerLaw: powerLawFit(items),
    userActivity: shiftedLognormalFit(users),
    userGini: gini(users),
    coOccurrence: coOccurrence(matrix, { seed }).share,
    spectralRatio: spectralRatio(matrix, { seed }).ratio,
    burstiness: medianBurstiness(matrix),
    diurnalPeak: matrix.timestamps === undefined ? Number.NaN : diurnalPeak(matrix.timestamps),
  };
}
