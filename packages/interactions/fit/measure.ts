import {
  calibration,
  calibrationFigures,
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
    ...calibrationFigures(shape),
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
