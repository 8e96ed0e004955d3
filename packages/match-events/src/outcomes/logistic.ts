import type { LogisticOptions } from '../config/outcome-options';
import { featureCount } from '../features/feature-names';
import type { OutcomeModel } from './outcome-model';

/** 1 / (1 + exp(-x)). */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The planted weights in the order of the features. */
export const logisticWeights = (options: LogisticOptions): readonly number[] => [
  options.distance,
  options.dates,
  options.budget,
  options.interests,
  options.age,
  options.language,
  options.lifestyle,
  options.background,
];

/** Log-odds that are the intercept and the sum of the weighted features. */
export function logistic(options: LogisticOptions): OutcomeModel {
  const weights = Float64Array.from(logisticWeights(options));
  return {
    probability(_seeker, _other, features) {
      let logit = options.intercept;
      for (let i = 0; i < featureCount; i++) logit += weights[i]! * features[i]!;
      return sigmoid(logit);
    },
  };
}
