export { evaluate } from './evaluate';
export { lastOutHoldout, randomHoldout, timeHoldout } from './holdouts';
export { liftOverPopularity } from './lift-over-popularity';
export { rankingMetrics } from './ranking/metrics';
export { itemKnn } from './recommenders/item-knn';
export { topPop } from './recommenders/top-pop';
export { userKnn } from './recommenders/user-knn';
export { degreePreservingShuffle } from './shuffle/degree-preserving-shuffle';

export type { EvaluateOptions, Evaluation, RecommenderScore } from './evaluate';
export type { HeldOut, Holdout } from './holdouts';
export type { Lift, LiftOptions } from './lift-over-popularity';
export type { RankingMetrics } from './ranking/metrics';
export type { NeighbourOptions } from './recommenders/neighbours';
export type { FittedRecommender, Recommender } from './recommenders/recommender';
export type { ShuffleOptions } from './shuffle/degree-preserving-shuffle';
