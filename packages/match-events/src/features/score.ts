import type { MatchType } from './feature-names';
import { featureCount } from './feature-names';

/** The weights of the score by which presets filter, in the order of the features; each row sums to 1. */
const weights: Readonly<Record<MatchType, readonly number[]>> = {
  user_user: [0.25, 0.2, 0.2, 0.1, 0.05, 0.05, 0.05, 0.1],
  user_group: [0.1, 0.2, 0.18, 0.15, 0.1, 0.1, 0.1, 0.07],
};

/** The weighted mean of the eight features, by match type: what presets filter on. */
export function score(matchType: MatchType, features: ArrayLike<number>): number {
  const weight = weights[matchType];
  let sum = 0;
  for (let i = 0; i < featureCount; i++) sum += weight[i]! * features[i]!;
  return sum;
}

/** The plain mean of the eight features: what the outcome by steps reads. */
export function meanScore(features: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < featureCount; i++) sum += features[i]!;
  return sum / featureCount;
}
