import {
  calibration,
  evaluate,
  itemKnn,
  lastOutHoldout,
  liftOverPopularity,
  topPop,
} from '../src/evaluate/index';
import { type GeneratorOptions, interactions } from '../src/index';

/** The figures of one seed, by the names that bands use. */
export type Figures = Readonly<Record<string, number>>;

/** Generates one data set and measures everything that a band is about. */
export function measure(options: GeneratorOptions, seed: number): Figures {
  const matrix = interactions({ ...options, seed }).matrix();
  const shape = calibration(matrix, { seed });
  const learned = liftOverPopularity(matrix, { seed });
  const [lastTopPop, lastItemKnn] = evaluate({
    matrix,
    recommenders: [topPop(), itemKnn()],
    holdout: lastOutHoldout(),
    seed,
  }).scores;
  const lastOutLift = lastItemKnn!.ndcg / lastTopPop!.ndcg;
  return {
    density: shape.density,
    itemGini: shape.itemGini,
    top1: shape.top1,
    top10: shape.top10,
    atLeast2: shape.support2,
    atLeast3: shape.support3,
    lognormalSigma: shape.itemLognormal.sigma,
    powerLawAlpha: shape.itemPowerLaw?.alpha ?? Number.NaN,
    powerLawKs: shape.itemPowerLaw?.ks ?? Number.NaN,
    powerLawTail: shape.itemPowerLaw?.tailShare ?? Number.NaN,
    activitySigma: shape.userActivity.s,
    userGini: shape.userGini,
    coOccurrence: shape.coOccurrence,
    spectralRatio: shape.spectralRatio,
    burstiness: shape.burstiness,
    diurnalPeak: shape.diurnalPeak,
    topPop: learned.topPop.ndcg,
    itemKnn: learned.itemKnn.ndcg,
    lift: learned.lift,
    nullLift: learned.nullLift,
    ratio: learned.ratio,
    lastOutTopPop: lastTopPop!.ndcg,
    lastOutItemKnn: lastItemKnn!.ndcg,
    lastOutLift,
    lastOutRatio: lastOutLift / learned.lift,
  };
}
